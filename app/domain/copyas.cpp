// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/copyas.h"

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

// Where %1 is the call's id. No quoting is needed: a CallId is hexadecimal digits and hyphens.
//
// curl: ${NAME:?} stops the shell with a message where the variable is missing or empty, before anything is sent.
constexpr QLatin1StringView Curl {
    R"(# Ends one live Plivo call. Needs PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN in the environment.
curl --fail-with-body -X DELETE -u "${PLIVO_AUTH_ID:?}:${PLIVO_AUTH_TOKEN:?}" \
    "https://api.plivo.com/v1/Account/${PLIVO_AUTH_ID:?}/Call/%1/"
)"
};

constexpr QLatin1StringView Python { R"(# Ends one live Plivo call with Plivo's client: pip install plivo
# It takes PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN from the environment.
import plivo

client = plivo.RestClient()
client.calls.delete(call_uuid="%1")
)" };

constexpr QLatin1StringView Ruby { R"(# Ends one live Plivo call with Plivo's client: gem install plivo
# It takes PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN from the environment.
require 'plivo'

client = Plivo::RestClient.new
client.calls.delete('%1')
)" };

constexpr QLatin1StringView Node { R"(// Ends one live Plivo call with Plivo's client: npm install plivo
// It takes PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN from the environment.
const plivo = require('plivo');

const client = new plivo.Client();
client.calls.hangup('%1').catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
)" };

constexpr QLatin1StringView Php { R"(<?php
// Ends one live Plivo call with Plivo's client for PHP, installed with Composer.
// It takes PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN from the environment.
require 'vendor/autoload.php';

use Plivo\RestClient;

$client = new RestClient();
$client->calls->delete('%1');
)" };

constexpr QLatin1StringView Java { R"(// Ends one live Plivo call with Plivo's client: com.plivo:plivo-java
// It takes PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN from the environment.
import com.plivo.api.Plivo;
import com.plivo.api.models.call.Call;

class EndCall {
    public static void main(String[] args) throws Exception {
        Plivo.init();
        Call.deleter("%1").delete();
    }
}
)" };

// The only client that does not look into the environment by itself.
constexpr QLatin1StringView CSharp { R"(// Ends one live Plivo call with Plivo's client: dotnet add package Plivo
// Needs PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN in the environment.
using System;
using Plivo;

internal class Program
{
    private static void Main()
    {
        var api = new PlivoApi(
            Environment.GetEnvironmentVariable("PLIVO_AUTH_ID"),
            Environment.GetEnvironmentVariable("PLIVO_AUTH_TOKEN"));
        api.Call.Delete(callUuid: "%1");
    }
}
)" };

QLatin1StringView templateOf(CopyLanguage language)
{
    switch (language) {
    case CopyLanguage::Curl:
        return Curl;
    case CopyLanguage::Python:
        return Python;
    case CopyLanguage::Ruby:
        return Ruby;
    case CopyLanguage::Node:
        return Node;
    case CopyLanguage::Php:
        return Php;
    case CopyLanguage::Java:
        return Java;
    case CopyLanguage::CSharp:
        return CSharp;
    }
    return {};
}

} // namespace

QString copyLanguageName(CopyLanguage language)
{
    switch (language) {
    case CopyLanguage::Curl:
        return u"curl"_s;
    case CopyLanguage::Python:
        return u"Python"_s;
    case CopyLanguage::Ruby:
        return u"Ruby"_s;
    case CopyLanguage::Node:
        return u"Node.js"_s;
    case CopyLanguage::Php:
        return u"PHP"_s;
    case CopyLanguage::Java:
        return u"Java"_s;
    case CopyLanguage::CSharp:
        return u"C#"_s;
    }
    return {};
}

QString copyAs(CopyLanguage language, const CallId &id)
{
    return QString(templateOf(language)).arg(id.toString());
}

} // namespace hangup
