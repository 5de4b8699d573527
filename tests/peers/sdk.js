// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// One hang-up by Plivo's own SDK, which knows no other host than api.plivo.com: node sdk.js <call id>
'use strict';
const path = require('path');
const plivo = require(path.join(process.env.HANGUP_SDK_FOLDER, 'node_modules', 'plivo'));
const client = new plivo.Client(process.env.PLIVO_AUTH_ID, process.env.PLIVO_AUTH_TOKEN);
client.calls.hangup(process.argv[2]).then(
    () => process.exit(0),
    (error) => { console.error(String(error)); process.exit(1); });
