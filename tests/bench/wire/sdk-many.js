// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Hang-ups by Plivo's own SDK, so many in flight: node sdk-many.js FILE-WITH-IDS IN-FLIGHT. Writes a line for each.
'use strict';
const fs = require('fs');
const path = require('path');
const plivo = require(path.join(process.env.SDK_FOLDER, 'node_modules', 'plivo'));
const client = new plivo.Client(process.env.PLIVO_AUTH_ID, process.env.PLIVO_AUTH_TOKEN);
const ids = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n');
let next = 0;

async function work() {
    while (next < ids.length) {
        const id = ids[next++];
        const word = await client.calls.hangup(id).then(() => 'ended', (error) => `failed: ${error}`);
        process.stdout.write(`${id} ${word}\n`);
    }
}

Promise.all(Array.from({ length: Number(process.argv[3]) }, work));
