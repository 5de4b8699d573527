<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>Try: hangup-cli --help</source>
        <translation>Versuchen Sie: hangup-cli --help</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Es gibt keine Option %1.</translation>
    </message>
    <message>
        <source>--%1 was given twice.</source>
        <translation>--%1 wurde zweimal angegeben.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>--%1 does not go with this command.</source>
        <translation>--%1 passt nicht zu diesem Befehl.</translation>
    </message>
    <message>
        <source>--%1 must be a whole number from %2 to %3.</source>
        <translation>--%1 muss eine ganze Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>“%1” is not a time: use 2026-11-24, 2026-11-24T13:00, 90m, 12h or 7d.</source>
        <translation>„%1“ ist keine Zeit: Verwenden Sie 2026-11-24, 2026-11-24T13:00, 90m, 12h oder 7d.</translation>
    </message>
    <message>
        <source>“%1” was not expected.</source>
        <translation>„%1“ wurde nicht erwartet.</translation>
    </message>
    <message>
        <source>Name the calls to end: their UUIDs, files with them, or - for standard input.</source>
        <translation>Nennen Sie die Anrufe: ihre UUIDs, Dateien mit ihnen oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Standard input can be read once.</source>
        <translation>Die Standardeingabe kann nur einmal gelesen werden.</translation>
    </message>
    <message>
        <source>There is no account to use. Set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN, or name one with --account, or use --practice.</source>
        <translation>Es gibt kein Konto dafür. Setzen Sie PLIVO_AUTH_ID und PLIVO_AUTH_TOKEN, nennen Sie eines mit --account oder verwenden Sie --practice.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>No call UUID was found. Nothing was sent.</source>
        <translation>Es wurde keine Anruf-UUID gefunden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>simulated calls</source>
        <translation>simulierte Anrufe</translation>
    </message>
    <message>
        <source>Account: %1 (%2), %3</source>
        <translation>Konto: %1 (%2), %3</translation>
    </message>
    <message>
        <source>Calls:   %1</source>
        <translation>Anrufe:  %1</translation>
    </message>
    <message>
        <source>First:   %1</source>
        <translation>Erster:  %1</translation>
    </message>
    <message>
        <source>Last:    %1</source>
        <translation>Letzter: %1</translation>
    </message>
    <message>
        <source>Whoever is on these calls is cut off. Type their number (%1) to end them: </source>
        <translation>Wer in diesen Anrufen ist, wird getrennt. Tippen Sie ihre Anzahl (%1) ein, um sie zu beenden: </translation>
    </message>
    <message>
        <source>Whoever is on this call is cut off. End it? [y/N] </source>
        <translation>Wer in diesem Anruf ist, wird getrennt. Beenden? [y/N] </translation>
    </message>
    <message>
        <source>Whoever is on these calls is cut off. End them? [y/N] </source>
        <translation>Wer in diesen Anrufen ist, wird getrennt. Beenden? [y/N] </translation>
    </message>
    <message>
        <source>There is no terminal to ask on. Nothing was sent. Use --yes to end the calls without a question.</source>
        <translation>Es gibt kein Terminal für die Frage. Nichts wurde gesendet. Mit --yes werden die Anrufe ohne Frage beendet.</translation>
    </message>
    <message>
        <source>Not confirmed. Nothing was sent.</source>
        <translation>Nicht bestätigt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The settings ask for a ticket and a reason: use --ticket and --reason. Nothing was sent.</source>
        <translation>Die Einstellungen verlangen Ticket und Grund: Verwenden Sie --ticket und --reason. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The computer slept since the question was asked. Nothing was sent.</source>
        <translation>Der Computer war seit der Frage im Ruhezustand. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The auth token of this account is not there. Nothing was sent.</source>
        <translation>Das Auth-Token dieses Kontos fehlt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be written. Nothing was sent.</source>
        <translation>Das Journal kann nicht geschrieben werden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain has not answered yet; it may ask you to unlock it in another window.</source>
        <translation>Der Schlüsselbund des Systems hat noch nicht geantwortet; vielleicht bittet er in einem anderen Fenster um das Entsperren.</translation>
    </message>
    <message>
        <source>The proxy asks for a login. Enter it once in the window of Hangup; it is kept for both.</source>
        <translation>Der Proxy verlangt eine Anmeldung. Geben Sie sie einmal im Fenster von Hangup ein; sie gilt für beide.</translation>
    </message>
    <message>
        <source>An earlier run ended too early and left calls open: %1. The window lists them, and so does: hangup-cli history</source>
        <translation>Ein früherer Lauf endete zu früh und ließ Anrufe offen: %1. Das Fenster nennt sie, ebenso: hangup-cli history</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Waiting for Plivo&apos;s records: %1 open. Ctrl+C ends the wait.</source>
        <translation>Warte auf die Aufzeichnungen von Plivo: %1 offen. Strg+C beendet das Warten.</translation>
    </message>
    <message>
        <source>Stopping. On their way: %1. Ctrl+C again cuts them off; they are then unknown.</source>
        <translation>Halte an. Unterwegs: %1. Noch einmal Strg+C bricht sie ab; dann sind sie unbekannt.</translation>
    </message>
    <message>
        <source>Cut off. What was on its way is unknown.</source>
        <translation>Abgebrochen. Was unterwegs war, ist unbekannt.</translation>
    </message>
    <message>
        <source>Stopped; the rest is not sent. Use --keep-going to go on all the same.</source>
        <translation>Angehalten; der Rest wird nicht gesendet. Mit --keep-going geht es trotzdem weiter.</translation>
    </message>
    <message>
        <source>Going on, as --keep-going asks.</source>
        <translation>Es geht weiter, wie --keep-going es verlangt.</translation>
    </message>
    <message>
        <source>Nobody reads the results any more: stopping. The journal keeps every outcome.</source>
        <translation>Niemand liest die Ergebnisse mehr: Halte an. Das Journal behält jedes Ergebnis.</translation>
    </message>
    <message>
        <source>Outcomes that are not in the journal yet: %1. Waiting for room.</source>
        <translation>Ergebnisse, die noch nicht im Journal sind: %1. Warte auf Platz.</translation>
    </message>
    <message>
        <source>Calls whose outcome could not be put into the journal: %1. They are told as unknown.</source>
        <translation>Anrufe, deren Ergebnis nicht ins Journal kam: %1. Sie werden als unbekannt gemeldet.</translation>
    </message>
    <message>
        <source>Would be ended</source>
        <translation>Würde beendet</translation>
    </message>
    <message>
        <source>No outcome yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>The journal could not be read.</source>
        <translation>Das Journal konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” is not an age: use 90s, 15m, 4h or 2d.</source>
        <translation>„%1“ ist kein Alter: 90s, 15m, 4h oder 2d.</translation>
    </message>
    <message>
        <source>“%1” is not a direction: use inbound or outbound.</source>
        <translation>„%1“ ist keine Richtung: inbound oder outbound.</translation>
    </message>
    <message>
        <source>--%1 must be a phone number: digits alone, with or without a + before them.</source>
        <translation>--%1 muss eine Telefonnummer sein: nur Ziffern, mit oder ohne + davor.</translation>
    </message>
    <message>
        <source>Name the calls to look up: their UUIDs, files with them, or - for standard input.</source>
        <translation>Nennen Sie die Anrufe, die nachgesehen werden sollen: ihre UUIDs, Dateien mit ihnen oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Young calls and answered inbound ones are ended too.</source>
        <translation>Junge und angenommene eingehende Anrufe werden auch beendet.</translation>
    </message>
    <message>
        <source>Young calls and answered inbound ones are left out; --include-flagged ends them too.</source>
        <translation>Junge und angenommene eingehende Anrufe werden ausgelassen; --include-flagged beendet auch sie.</translation>
    </message>
    <message>
        <source>All of these are young calls or answered inbound ones: use --include-flagged to end them. Nothing was sent.</source>
        <translation>Alle diese Anrufe sind jung oder angenommene eingehende: --include-flagged beendet sie. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Dry run: %1 would be ended, %2 would not. Nothing was sent.</source>
        <translation>Probelauf: %1 würden beendet, %2 nicht. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 of %2 details read</source>
        <translation>%1 von %2 Einzelheiten gelesen</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Calls that ended while the details were read: %1.</source>
        <translation>Anrufe, die endeten, während die Einzelheiten gelesen wurden: %1.</translation>
    </message>
    <message>
        <source>Calls whose age is not known, left out by --older-than: %1.</source>
        <translation>Anrufe ohne bekanntes Alter, von --older-than ausgelassen: %1.</translation>
    </message>
    <message>
        <source>No call UUID was found.</source>
        <translation>Es wurde keine Anruf-UUID gefunden.</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 an %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Auth ID</source>
        <translation>Auth-ID</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API-Adresse</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>Auth-Token</translation>
    </message>
    <message>
        <source>None needed</source>
        <translation>Keines nötig</translation>
    </message>
    <message>
        <source>From PLIVO_AUTH_TOKEN</source>
        <translation>Aus PLIVO_AUTH_TOKEN</translation>
    </message>
    <message>
        <source>Nowhere: asked for at each use</source>
        <translation>Nirgends: wird bei jeder Verwendung erfragt</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nirgendwohin</translation>
    </message>
    <message>
        <source>Auth token of %1, which is not shown: </source>
        <translation>Auth-Token von %1, wird nicht angezeigt: </translation>
    </message>
    <message>
        <source>No auth token was given. Nothing was sent or changed.</source>
        <translation>Es wurde kein Auth-Token angegeben. Nichts wurde gesendet oder geändert.</translation>
    </message>
    <message>
        <source>Standard input has more than a line with an auth token. Nothing was sent or changed.</source>
        <translation>Auf der Standardeingabe steht mehr als eine Zeile mit einem Auth-Token. Nichts wurde gesendet oder geändert.</translation>
    </message>
    <message>
        <source>The auth token of %1 is kept nowhere, and there is no terminal to ask for it on. Nothing was sent.</source>
        <translation>Das Auth-Token von %1 wird nirgends aufbewahrt, und es gibt kein Terminal, um danach zu fragen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>There is an account with this auth ID at this address already. Nothing was changed.</source>
        <translation>Es gibt schon ein Konto mit dieser Auth-ID bei dieser Adresse. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>TEST SERVER: the requests, and the token with them, go to %1, not to Plivo.</source>
        <translation>TESTSERVER: Die Anfragen und mit ihnen das Token gehen an %1, nicht an Plivo.</translation>
    </message>
    <message>
        <source>%1 was added. Its auth token is in the system&apos;s keychain.</source>
        <translation>%1 wurde hinzugefügt. Das Auth-Token ist im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>%1 was added without its auth token: each command that uses the account asks for it.</source>
        <translation>%1 wurde ohne Auth-Token hinzugefügt: Jeder Befehl, der das Konto verwendet, fragt danach.</translation>
    </message>
    <message>
        <source>This name can&apos;t be used. Nothing was changed.</source>
        <translation>Dieser Name kann nicht verwendet werden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This account can&apos;t be changed. Only accounts that were added can.</source>
        <translation>Dieses Konto kann nicht geändert werden. Das geht nur mit hinzugefügten Konten.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no account “%1”: hangup-cli accounts list names them.</source>
        <translation>Es gibt kein Konto „%1“: hangup-cli accounts list nennt alle.</translation>
    </message>
    <message>
        <source>Its auth token is taken out of the system keychain.</source>
        <translation>Sein Auth-Token wird aus dem Schlüsselbund des Systems entfernt.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>No call is ended by that. This can&apos;t be undone.</source>
        <translation>Dadurch wird kein Anruf beendet. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove it? [y/N] </source>
        <translation>Entfernen? [y/N] </translation>
    </message>
    <message>
        <source>There is no terminal to ask on. Nothing was changed. Use --yes to remove it without a question.</source>
        <translation>Es gibt kein Terminal für die Frage. Nichts wurde geändert. Mit --yes wird es ohne Frage entfernt.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The keychain did not give up the auth token of %1. Hangup asks it again at its next start.</source>
        <translation>Der Schlüsselbund hat das Auth-Token von %1 nicht herausgegeben. Hangup fragt ihn beim nächsten Start noch einmal.</translation>
    </message>
    <message>
        <source>accounts list: the accounts, also those of the window, and where the token of each is kept.
  --json           a line of JSON for each account
accounts add: asks for the auth token without showing it, or reads a line of standard input where that is no
terminal, and keeps it in the system&apos;s keychain. A token is never an argument.
  --name NAME      what to call it: in the window, in the history, and for --account
  --auth-id ID     20 characters, MA… or SA…
  --api-url URL    another address than Plivo&apos;s
  --session-only   keep no token: each command that uses the account asks for it, in the same way
accounts test: asks Plivo once whether the credentials are good. Ends nothing.
accounts remove: asks, then removes the account, and its token from the keychain. Ends nothing.
  --yes            do not ask
</source>
        <translation>accounts list: die Konten, auch die des Fensters, und wo das Token von jedem aufbewahrt wird.
  --json           eine Zeile JSON je Konto
accounts add: fragt nach dem Auth-Token, ohne es anzuzeigen, oder liest eine Zeile der Standardeingabe, wo diese kein
Terminal ist, und legt es in den Schlüsselbund des Systems. Ein Token ist nie ein Argument.
  --name NAME      wie es heißen soll: im Fenster, im Verlauf und für --account
  --auth-id ID     20 Zeichen, MA… oder SA…
  --api-url URL    eine andere Adresse als die von Plivo
  --session-only   kein Token aufbewahren: Jeder Befehl, der das Konto verwendet, fragt ebenso danach
accounts test: fragt Plivo einmal, ob die Zugangsdaten stimmen. Beendet nichts.
accounts remove: fragt, entfernt dann das Konto und sein Token aus dem Schlüsselbund. Beendet nichts.
  --yes            nicht fragen
</translation>
    </message>
    <message>
        <source>
With end, live, show and accounts test; history and journal verify know the first two:
  --account NAME   this account, by its name in the window
  --practice       the practice account: simulated calls, nothing leaves this computer
                   (--account practice-2 is a second one)
  --api-url URL    another API address for the Environment account: https://HOST[:PORT],
                   or http://127.0.0.1:PORT for a test server on this computer
With each of them:
  --version, -v    say the version and end
  --help, -h       say this and end

Environment variables, both or none; they make the Environment account and are removed at start:
  PLIVO_AUTH_ID    20 characters, MA… or SA…
  PLIVO_AUTH_TOKEN
Without them and without options: the account that the window used last.

Ctrl+C stops: what is on its way ends, the rest is not sent. A second Ctrl+C cuts it off.

Examples:
  hangup-cli end ticket-4711.txt                  what it found, and a question before anything is sent
  grep stuck app.log | hangup-cli end --dry-run - what would be ended, of what another program found
  hangup-cli end --yes --json --ticket 4711 calls.csv &gt; results.jsonl
  hangup-cli live --older-than 4h                 the calls that may be stuck
  hangup-cli show defb0706-86a6-11e4-b303-498d468c930b
  hangup-cli history --since 7d --ticket 4711
  hangup-cli end --practice --sample              a first try, in which nothing is real
  hangup-cli accounts add --name Night --auth-id MAXXXXXXXXXXXXXXXXXX
  hangup-cli accounts test --account Night

Status: 0 every call ended, or was over or not live; 1 some refused, unknown, left out or not sent
(live, show: something could not be read; journal verify: the chain is broken; accounts: it could not be
checked or changed); 2 not understood, no account, no token, not confirmed: nothing was sent or changed;
3 credentials rejected; 4 the journal can&apos;t be written (end alone); 130 interrupted. Of several, the first
of 130, 4, 3, 1.
</source>
        <translation>
Mit end, live, show und accounts test; history und journal verify kennen die ersten beiden:
  --account NAME   dieses Konto, mit seinem Namen im Fenster
  --practice       das Übungskonto: simulierte Anrufe, nichts verlässt diesen Computer
                   (--account practice-2 ist ein zweites)
  --api-url URL    eine andere API-Adresse für das Konto „Environment“: https://HOST[:PORT]
                   oder http://127.0.0.1:PORT für einen Testserver auf diesem Computer
Mit jedem davon:
  --version, -v    die Version sagen und enden
  --help, -h       dies sagen und enden

Umgebungsvariablen, beide oder keine; sie ergeben das Konto „Environment“ und werden beim Start entfernt:
  PLIVO_AUTH_ID    20 Zeichen, MA… oder SA…
  PLIVO_AUTH_TOKEN
Ohne sie und ohne Optionen: das Konto, das das Fenster zuletzt verwendet hat.

Strg+C hält an: Was unterwegs ist, endet, der Rest wird nicht gesendet. Ein zweites Strg+C bricht ab.

Beispiele:
  hangup-cli end ticket-4711.txt                  was gefunden wurde, und eine Frage, bevor etwas gesendet wird
  grep stuck app.log | hangup-cli end --dry-run - was beendet würde von dem, was ein anderes Programm fand
  hangup-cli end --yes --json --ticket 4711 calls.csv &gt; results.jsonl
  hangup-cli live --older-than 4h                 die Anrufe, die hängen könnten
  hangup-cli show defb0706-86a6-11e4-b303-498d468c930b
  hangup-cli history --since 7d --ticket 4711
  hangup-cli end --practice --sample              ein erster Versuch, in dem nichts echt ist
  hangup-cli accounts add --name Night --auth-id MAXXXXXXXXXXXXXXXXXX
  hangup-cli accounts test --account Night

Status: 0 jeder Anruf beendet, vorbei oder nicht aktiv; 1 manche abgelehnt, unbekannt, ausgelassen oder nicht
gesendet (live, show: etwas war nicht lesbar; journal verify: die Kette ist gebrochen; accounts: es war nicht zu
prüfen oder zu ändern); 2 nicht verstanden, kein Konto, kein Token, nicht bestätigt: nichts wurde gesendet oder
geändert; 3 Zugangsdaten abgelehnt; 4 das Journal kann nicht geschrieben werden (nur end); 130 unterbrochen. Von
mehreren der erste aus 130, 4, 3, 1.
</translation>
    </message>
    <message>
        <source>Usage: hangup-cli end [OPTION…] FILE | - | UUID…
       hangup-cli live [--json] [--direction D] [--from N] [--to N] [--older-than AGE]
       hangup-cli show [--json] FILE | - | UUID…
       hangup-cli history [--json] [--since TIME] [--ticket TEXT] [--uuid PART]
       hangup-cli journal verify
       hangup-cli accounts list [--json]
       hangup-cli accounts add --name NAME --auth-id ID [--api-url URL] [--session-only]
       hangup-cli accounts test [--account NAME]
       hangup-cli accounts remove [--yes] NAME
Ends stuck Plivo phone calls, and tells who is on them and what was ended.

end: shows account, number and calls, and asks before anything is sent.
  FILE, -          texts with call UUIDs in them; - is standard input. What is ignored goes to stderr
  UUID…            call UUIDs
  --sample         with --practice: the ticket that the window pastes as a sample
  --yes            do not ask
  --include-flagged
                   end young calls and answered inbound ones too. They are left out otherwise, where the
                   calls are looked at first (up to 50, or as the settings say); protected numbers always are
  --dry-run        do everything but end the calls, and tell which would be ended
  --ticket TEXT    put on record with the batch
  --reason TEXT    put on record with the batch
  --json           a line of JSON for each call as it becomes final, and a summary
  --window N       requests in any 5 seconds, 0 for no limit (150, or what the settings say)
  --in-flight N    requests on their way at once, at most
  --keep-going     go on where the window would pause with a question
  --wait-proof[=SECONDS]
                   wait for Plivo&apos;s records of the calls that ended, so long at most
live: the account&apos;s live and queued calls, and what makes them look stuck. Ends nothing.
  --json           a line of JSON for each call
  --direction D    inbound or outbound; asked of Plivo, like the next two
  --from N, --to N only calls from or to this number
  --older-than AGE only these: 90s, 15m, 4h, 2d
show: what Plivo says of these calls: live, queued, or how they ended. Ends nothing.
  FILE, -, UUID…   as for end, and so is --sample
  --json           a line of JSON for each call
history: the calls of all past batches, the newest batch first.
  --json           a line of JSON for each call
  --since TIME     2026-11-24, 2026-11-24T13:00, 90m, 12h, 7d
  --ticket TEXT    only those whose ticket has this in it
  --uuid PART      only those whose UUID has this in it
journal verify: checks that no event of the journal was changed, removed or put in.
</source>
        <translation>Aufruf: hangup-cli end [OPTION…] DATEI | - | UUID…
       hangup-cli live [--json] [--direction R] [--from N] [--to N] [--older-than ALTER]
       hangup-cli show [--json] DATEI | - | UUID…
       hangup-cli history [--json] [--since ZEIT] [--ticket TEXT] [--uuid TEIL]
       hangup-cli journal verify
       hangup-cli accounts list [--json]
       hangup-cli accounts add --name NAME --auth-id ID [--api-url URL] [--session-only]
       hangup-cli accounts test [--account NAME]
       hangup-cli accounts remove [--yes] NAME
Beendet hängende Plivo-Anrufe und sagt, wer in ihnen ist und was beendet wurde.

end: zeigt Konto, Anzahl und Anrufe und fragt, bevor etwas gesendet wird.
  DATEI, -         Texte mit Anruf-UUIDs; - ist die Standardeingabe. Was übergangen wird, steht auf stderr
  UUID…            Anruf-UUIDs
  --sample         mit --practice: das Ticket, das das Fenster als Beispiel einfügt
  --yes            nicht fragen
  --include-flagged
                   auch junge und angenommene eingehende Anrufe beenden. Sonst werden sie ausgelassen, wo die
                   Anrufe erst nachgesehen werden (bis zu 50 oder wie eingestellt); geschützte Nummern immer
  --dry-run        alles tun, außer die Anrufe zu beenden, und sagen, welche beendet würden
  --ticket TEXT    wird mit dem Durchlauf festgehalten
  --reason TEXT    wird mit dem Durchlauf festgehalten
  --json           eine Zeile JSON je Anruf, sobald er endgültig ist, und eine Summe
  --window N       Anfragen in je 5 Sekunden, 0 ohne Grenze (150 oder wie eingestellt)
  --in-flight N    höchstens so viele Anfragen zugleich unterwegs
  --keep-going     weitermachen, wo das Fenster mit einer Frage anhielte
  --wait-proof[=SEKUNDEN]
                   höchstens so lange auf Plivos Aufzeichnungen der beendeten Anrufe warten
live: die laufenden und wartenden Anrufe des Kontos und was an ihnen hängend aussieht. Beendet nichts.
  --json           eine Zeile JSON je Anruf
  --direction R    inbound oder outbound; wird Plivo gefragt, wie die nächsten beiden
  --from N, --to N nur Anrufe von dieser oder an diese Nummer
  --older-than ALTER  nur diese: 90s, 15m, 4h, 2d
show: was Plivo über diese Anrufe sagt: laufend, wartend oder wie sie endeten. Beendet nichts.
  DATEI, -, UUID…  wie bei end, ebenso --sample
  --json           eine Zeile JSON je Anruf
history: die Anrufe aller früheren Durchläufe, der neueste Durchlauf zuerst.
  --json           eine Zeile JSON je Anruf
  --since ZEIT     2026-11-24, 2026-11-24T13:00, 90m, 12h, 7d
  --ticket TEXT    nur die, in deren Ticket das vorkommt
  --uuid TEIL      nur die, in deren UUID das vorkommt
journal verify: prüft, dass kein Ereignis des Journals geändert, entfernt oder eingefügt wurde.
</translation>
    </message>
    <message>
        <source>Say what to do: end, live, show, history, journal verify, or accounts list, add, test or remove.</source>
        <translation>Sagen Sie, was zu tun ist: end, live, show, history, journal verify oder accounts list, add, test oder remove.</translation>
    </message>
    <message>
        <source>There is no command “%1”: it must be end, live, show, history, journal verify, or accounts list, add, test or remove.</source>
        <translation>Es gibt keinen Befehl „%1“: Er muss end, live, show, history, journal verify oder accounts list, add, test oder remove sein.</translation>
    </message>
    <message>
        <source>The calls of --sample are simulated: it goes with --practice.</source>
        <translation>Die Anrufe von --sample sind simuliert: Es gehört zu --practice.</translation>
    </message>
    <message>
        <source>An auth token is never an argument: it is asked for, or read from standard input.</source>
        <translation>Ein Auth-Token ist nie ein Argument: Es wird erfragt oder von der Standardeingabe gelesen.</translation>
    </message>
    <message>
        <source>A new account needs --name and --auth-id.</source>
        <translation>Ein neues Konto braucht --name und --auth-id.</translation>
    </message>
    <message>
        <source>Name the account to remove.</source>
        <translation>Nennen Sie das Konto, das entfernt werden soll.</translation>
    </message>
    <message>
        <source>sample ticket</source>
        <translation>Beispielticket</translation>
    </message>
    <message>
        <source>Plivo asks to wait until %1 (429).</source>
        <translation>Plivo bittet, bis %1 zu warten (429).</translation>
    </message>
    <message>
        <source>Plivo asks to wait until %1 (429), which is too long to wait here. Try again then.</source>
        <translation>Plivo bittet, bis %1 zu warten (429); so lange wird hier nicht gewartet. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Your organisation does not allow this account.</source>
        <translation>Ihre Organisation erlaubt dieses Konto nicht.</translation>
    </message>
    <message>
        <source>5 your organisation&apos;s policy (/etc/hangup/policy.ini) can&apos;t be understood: nothing was sent.
</source>
        <translation>5 die Vorgaben Ihrer Organisation (/etc/hangup/policy.ini) sind nicht zu verstehen: nichts wurde gesendet.
</translation>
    </message>
    <message>
        <source>Your organisation asks for a ticket and a reason: use --ticket and --reason. Nothing was sent.</source>
        <translation>Ihre Organisation verlangt ein Ticket und einen Grund: --ticket und --reason angeben. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>A hangup: link is for the window. Give the call&apos;s UUID alone.</source>
        <translation>Ein hangup:-Link ist für das Fenster. Geben Sie nur die UUID des Anrufs an.</translation>
    </message>
    <message>
        <source>--window asks for more than your organisation allows: at most %1.</source>
        <translation>--window verlangt mehr, als Ihre Organisation erlaubt: höchstens %1.</translation>
    </message>
    <message>
        <source>Your organisation allows fewer calls at once.</source>
        <translation>Ihre Organisation erlaubt weniger Anrufe auf einmal.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Not live any more</source>
        <translation>Läuft nicht mehr</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Call UUID</source>
        <translation>Anruf-UUID</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Calls:   %1, without the flagged ones %2</source>
        <translation>Anrufe:  %1, ohne die markierten %2</translation>
    </message>
    <message>
        <source>1 call that is flagged is left out, and stays as it is.</source>
        <translation>1 markierter Anruf wird ausgelassen und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>%1 calls that are flagged are left out, and stay as they are.</source>
        <translation>%1 markierte Anrufe werden ausgelassen und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>1 of them has a protected number, or none that can be read, and will be left out.</source>
        <translation>1 davon hat eine geschützte oder keine lesbare Nummer und wird ausgelassen.</translation>
    </message>
    <message>
        <source>%1 of them have a protected number, or none that can be read, and will be left out.</source>
        <translation>%1 davon haben eine geschützte oder keine lesbare Nummer und werden ausgelassen.</translation>
    </message>
    <message>
        <source>None of these calls would be ended: each is over, or left out. Nothing was sent.</source>
        <translation>Keiner dieser Anrufe würde beendet: Jeder ist vorbei oder wird ausgelassen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Not read in time</source>
        <translation>Nicht rechtzeitig gelesen</translation>
    </message>
    <message>
        <source>%1, calls: %2. </source>
        <translation>%1, Anrufe: %2. </translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>en</source>
        <comment>code of the language: names the file help_&lt;code&gt;.html</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>Launch</name>
    <message>
        <source>Try: hangup --help</source>
        <translation>Versuchen Sie: hangup --help</translation>
    </message>
    <message>
        <source>Usage: hangup [--practice] [--account NAME] [--api-url URL] [--version] [--help] [FILE or UUID…]
Ends stuck Plivo phone calls. Calls named here are only listed; nothing is ended before you confirm it.

  FILE or UUID…    texts with call UUIDs in them, or call UUIDs, to list
  --practice       start with the practice account: simulated calls, nothing leaves this computer
  --account NAME   start with this account, by its name in the window
  --api-url URL    another API address for the Environment account: https://HOST[:PORT],
                   or http://127.0.0.1:PORT for a test server on this computer
  --version, -v    say the version and end
  --help, -h       say this and end

Environment variables, both or none; they make the Environment account and are removed at start:
  PLIVO_AUTH_ID    20 characters, MA… or SA…
  PLIVO_AUTH_TOKEN
Without them and without options, the window opens on the account used last, or on the practice account.

Examples:
  hangup --practice
  hangup ticket-4711.txt
  hangup defb0706-86a6-11e4-b303-498d468c930b calls.csv

A window that is open already takes the calls over. Status: 0 done, 2 refused.
</source>
        <translation>Aufruf: hangup [--practice] [--account NAME] [--api-url URL] [--version] [--help] [DATEI oder UUID…]
Beendet hängen gebliebene Plivo-Anrufe. Hier genannte Anrufe werden nur gelistet; beendet wird nichts, bevor Sie es bestätigen.

  DATEI oder UUID… Texte mit Anruf-UUIDs oder Anruf-UUIDs, die gelistet werden
  --practice       mit dem Übungskonto starten: simulierte Anrufe, nichts verlässt diesen Computer
  --account NAME   mit diesem Konto starten, nach seinem Namen im Fenster
  --api-url URL    andere API-Adresse für das Konto „Environment“: https://HOST[:PORT],
                   oder http://127.0.0.1:PORT für einen Testserver auf diesem Computer
  --version, -v    die Version nennen und enden
  --help, -h       dies nennen und enden

Umgebungsvariablen, beide oder keine; sie bilden das Konto „Environment“ und werden beim Start entfernt:
  PLIVO_AUTH_ID    20 Zeichen, MA… oder SA…
  PLIVO_AUTH_TOKEN
Ohne sie und ohne Optionen öffnet sich das Fenster auf dem zuletzt verwendeten Konto oder auf dem Übungskonto.

Beispiele:
  hangup --practice
  hangup ticket-4711.txt
  hangup defb0706-86a6-11e4-b303-498d468c930b calls.csv

Ein schon offenes Fenster übernimmt die Anrufe. Status: 0 erledigt, 2 abgelehnt.
</translation>
    </message>
    <message>
        <source>An empty argument is neither a call UUID nor a file.</source>
        <translation>Ein leeres Argument ist weder eine Anruf-UUID noch eine Datei.</translation>
    </message>
    <message>
        <source>--account needs the name of an account.</source>
        <translation>--account braucht den Namen eines Kontos.</translation>
    </message>
    <message>
        <source>There is no account of that name. The accounts are: %1.</source>
        <translation>Es gibt kein Konto mit diesem Namen. Die Konten sind: %1.</translation>
    </message>
    <message>
        <source>PLIVO_AUTH_ID is not an auth ID: it must be MA or SA and 18 capital letters or digits.</source>
        <translation>PLIVO_AUTH_ID ist keine Auth-ID: Sie besteht aus MA oder SA und 18 Großbuchstaben oder Ziffern.</translation>
    </message>
    <message>
        <source>PLIVO_AUTH_TOKEN is not an auth token: it must be printable ASCII characters without blanks.</source>
        <translation>PLIVO_AUTH_TOKEN ist kein Auth-Token: Es besteht aus druckbaren ASCII-Zeichen ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>PLIVO_AUTH_TOKEN is set, but PLIVO_AUTH_ID is not. Set both, or use --practice.</source>
        <translation>PLIVO_AUTH_TOKEN ist gesetzt, PLIVO_AUTH_ID aber nicht. Setzen Sie beide oder verwenden Sie --practice.</translation>
    </message>
    <message>
        <source>PLIVO_AUTH_ID is set, but PLIVO_AUTH_TOKEN is not. Set both, or use --practice.</source>
        <translation>PLIVO_AUTH_ID ist gesetzt, PLIVO_AUTH_TOKEN aber nicht. Setzen Sie beide oder verwenden Sie --practice.</translation>
    </message>
    <message>
        <source>The account Environment needs PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN, which are not set.</source>
        <translation>Das Konto „Environment“ braucht PLIVO_AUTH_ID und PLIVO_AUTH_TOKEN; sie sind nicht gesetzt.</translation>
    </message>
    <message>
        <source>--api-url goes with the Environment account only: set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN, and leave out --practice and --account.</source>
        <translation>--api-url gilt nur für das Konto „Environment“: Setzen Sie PLIVO_AUTH_ID und PLIVO_AUTH_TOKEN und lassen Sie --practice und --account weg.</translation>
    </message>
    <message>
        <source>A link, hangup:UUID, lists that call too; it never ends one and never chooses the account.
</source>
        <translation>Auch ein Link, hangup:UUID, nimmt diesen Anruf auf; er beendet nie einen und wählt nie das Konto.
</translation>
    </message>
    <message>
        <source>This link can&apos;t be used: it must be hangup: and one call UUID of 36 characters, and nothing else. Nothing was added.</source>
        <translation>Dieser Link ist nicht zu gebrauchen: Er muss aus hangup: und einer Anruf-UUID von 36 Zeichen bestehen und aus nichts sonst. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>A hangup: link never chooses the account: leave out --practice, --account and --api-url. Nothing was added.</source>
        <translation>Ein hangup:-Link wählt nie das Konto: Lassen Sie --practice, --account und --api-url weg. Nichts wurde hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>PolicyMark</name>
    <message>
        <source>%1 (set by your organisation)</source>
        <translation>%1 (von Ihrer Organisation vorgegeben)</translation>
    </message>
</context>
<context>
    <name>hangup</name>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A name can&apos;t have line breaks or invisible characters.</source>
        <translation>Ein Name darf keine Zeilenumbrüche und keine unsichtbaren Zeichen enthalten.</translation>
    </message>
    <message>
        <source>Hangup uses this name itself. Choose another.</source>
        <translation>Hangup verwendet diesen Namen selbst. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Another account has this name.</source>
        <translation>Ein anderes Konto hat diesen Namen.</translation>
    </message>
    <message>
        <source>An auth ID has 20 characters: MA or SA, then capital letters and digits.</source>
        <translation>Eine Auth-ID hat 20 Zeichen: MA oder SA, dann Großbuchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>An auth token has no blanks and no letters beyond plain ASCII.</source>
        <translation>Ein Auth-Token enthält keine Leerzeichen und nur einfache ASCII-Zeichen.</translation>
    </message>
    <message>
        <source>The auth token has not the usual 40 characters. Is it copied in full? It can be used all the same.</source>
        <translation>Das Auth-Token hat nicht die üblichen 40 Zeichen. Ist es vollständig kopiert? Es kann trotzdem verwendet werden.</translation>
    </message>
    <message>
        <source>In the system keychain</source>
        <translation>Im System-Schlüsselbund</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Kept encrypted by the system; Hangup asks it for the token when the account is used.</source>
        <translation>Vom System verschlüsselt aufbewahrt; Hangup fragt danach, wenn das Konto verwendet wird.</translation>
    </message>
    <message>
        <source>Kept in memory until Hangup is closed, and never written down; it has to be entered again after the next start.</source>
        <translation>Im Arbeitsspeicher, bis Hangup geschlossen wird, und nie gespeichert; nach dem nächsten Start ist die Eingabe erneut nötig.</translation>
    </message>
    <message>
        <source>The keychain is open, but has no such entry. Enter it again.</source>
        <translation>Der Schlüsselbund ist offen, enthält aber keinen solchen Eintrag. Bitte geben Sie ihn erneut ein.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again; nothing was changed.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was found in the keychain, or it is locked. Unlock it and try again; nothing was changed.</source>
        <translation>Im Schlüsselbund wurde nichts gefunden, oder er ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No keychain is running on this system. Start one, or keep it for this session only.</source>
        <translation>Auf diesem System läuft kein Schlüsselbund. Starten Sie einen, oder wählen Sie „Nur für diese Sitzung“.</translation>
    </message>
    <message>
        <source>The keychain refused access. Allow it and try again; nothing was changed.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert. Erlauben Sie ihn und versuchen Sie es erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>What is in the keychain was entered for another auth ID or API address, so it is not used. Enter it again.</source>
        <translation>Der Eintrag im Schlüsselbund gehört zu einer anderen Auth-ID oder API-Adresse und wird darum nicht verwendet. Bitte geben Sie ihn erneut ein.</translation>
    </message>
    <message>
        <source>It was kept for one session, and that has ended. Enter it again.</source>
        <translation>Er galt nur für eine Sitzung, und die ist vorbei. Bitte geben Sie ihn erneut ein.</translation>
    </message>
    <message>
        <source>Waiting for the keychain was cancelled; nothing was changed.</source>
        <translation>Das Warten auf den Schlüsselbund wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The keychain failed, or went away in the middle. Try again; nothing was changed.</source>
        <translation>Der Schlüsselbund hat versagt oder ist mittendrin verschwunden. Versuchen Sie es erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Plivo accepted these credentials.</source>
        <translation>Plivo hat diese Zugangsdaten angenommen.</translation>
    </message>
    <message>
        <source>Plivo rejected them (401): check the auth ID and the token.</source>
        <translation>Plivo hat sie abgelehnt (401): Prüfen Sie Auth-ID und Token.</translation>
    </message>
    <message>
        <source>Plivo knows them, but does not permit this account to see or end calls (403). Ask the owner of the account.</source>
        <translation>Plivo kennt sie, erlaubt diesem Konto aber nicht, Anrufe zu sehen oder zu beenden (403). Fragen Sie den Inhaber des Kontos.</translation>
    </message>
    <message>
        <source>Plivo has no account with this auth ID (404). Check the auth ID.</source>
        <translation>Plivo hat kein Konto mit dieser Auth-ID (404). Prüfen Sie die Auth-ID.</translation>
    </message>
    <message>
        <source>Something answered, but not as Plivo does: a network&apos;s login page, a proxy, or another server. Check the API address.</source>
        <translation>Etwas hat geantwortet, aber nicht so wie Plivo: die Anmeldeseite eines Netzes, ein Proxy oder ein anderer Server. Prüfen Sie die API-Adresse.</translation>
    </message>
    <message>
        <source>Something answered (%1), but not as Plivo does: a network&apos;s login page, a proxy, or another server. Check the API address.</source>
        <translation>Etwas hat geantwortet (%1), aber nicht so wie Plivo: die Anmeldeseite eines Netzes, ein Proxy oder ein anderer Server. Prüfen Sie die API-Adresse.</translation>
    </message>
    <message>
        <source>The server has trouble at the moment; the credentials may be right. Try again later.</source>
        <translation>Der Server hat gerade Probleme; die Zugangsdaten können richtig sein. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server has trouble at the moment (%1); the credentials may be right. Try again later.</source>
        <translation>Der Server hat gerade Probleme (%1); die Zugangsdaten können richtig sein. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Plivo asks to wait: this account has sent too many requests (429). Try again in a minute.</source>
        <translation>Plivo bittet zu warten: Dieses Konto hat zu viele Anfragen gesendet (429). Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>The host name was not found. Check the API address and the network.</source>
        <translation>Der Hostname wurde nicht gefunden. Prüfen Sie die API-Adresse und das Netz.</translation>
    </message>
    <message>
        <source>The connection was refused. Check the API address and its port.</source>
        <translation>Die Verbindung wurde abgewiesen. Prüfen Sie die API-Adresse und ihren Port.</translation>
    </message>
    <message>
        <source>The server could not prove who it is (TLS certificate), so nothing was sent to it. Check the API address and the computer&apos;s clock.</source>
        <translation>Der Server konnte sich nicht ausweisen (TLS-Zertifikat), darum wurde ihm nichts gesendet. Prüfen Sie die API-Adresse und die Uhr des Computers.</translation>
    </message>
    <message>
        <source>The proxy could not be used. Check the system&apos;s proxy settings.</source>
        <translation>Der Proxy konnte nicht verwendet werden. Prüfen Sie die Proxy-Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and a password of its own. They are not those of Plivo.</source>
        <translation>Der Proxy verlangt einen eigenen Benutzernamen und ein eigenes Kennwort. Es sind nicht die von Plivo.</translation>
    </message>
    <message>
        <source>There was no complete answer in time. Check the network and try again.</source>
        <translation>Es kam rechtzeitig keine vollständige Antwort. Prüfen Sie das Netz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no auth token to test with. Enter it.</source>
        <translation>Zum Prüfen fehlt das Auth-Token. Geben Sie es ein.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>an %1</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>a %1</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>1 is a duplicate</source>
        <translation>1 ist doppelt</translation>
    </message>
    <message>
        <source>1 is cut off (%1 of 36 characters)</source>
        <translation>1 ist abgeschnitten (%1 von 36 Zeichen)</translation>
    </message>
    <message>
        <source>1 is too long (%1 instead of 36 characters)</source>
        <translation>1 ist zu lang (%1 statt 36 Zeichen)</translation>
    </message>
    <message>
        <source>1 has a look-alike character (%1, line %2, column %3)</source>
        <translation>1 enthält ein ähnlich aussehendes Zeichen (%1, Zeile %2, Spalte %3)</translation>
    </message>
    <message>
        <source>1 has an invisible character (%1, line %2, column %3)</source>
        <translation>1 enthält ein unsichtbares Zeichen (%1, Zeile %2, Spalte %3)</translation>
    </message>
    <message>
        <source>1 is %1</source>
        <translation>1 ist als %1 bezeichnet</translation>
    </message>
    <message>
        <source>1 is all zeros</source>
        <translation>1 besteht nur aus Nullen</translation>
    </message>
    <message>
        <source>1 has characters other than 0–9 and a–f</source>
        <translation>1 enthält andere Zeichen als 0–9 und a–f</translation>
    </message>
    <message numerus="yes">
        <source>%n are duplicates</source>
        <translation>
            <numerusform>%n ist doppelt</numerusform>
            <numerusform>%n sind doppelt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are cut off</source>
        <translation>
            <numerusform>%n ist abgeschnitten</numerusform>
            <numerusform>%n sind abgeschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are too long</source>
        <translation>
            <numerusform>%n ist zu lang</numerusform>
            <numerusform>%n sind zu lang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have invisible or look-alike characters</source>
        <translation>
            <numerusform>%n enthält unsichtbare oder ähnlich aussehende Zeichen</numerusform>
            <numerusform>%n enthalten unsichtbare oder ähnlich aussehende Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are named %1</source>
        <translation>
            <numerusform>%n ist als „%1“ bezeichnet</numerusform>
            <numerusform>%n sind als „%1“ bezeichnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are all zeros</source>
        <translation>
            <numerusform>%n besteht nur aus Nullen</numerusform>
            <numerusform>%n bestehen nur aus Nullen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have characters other than 0–9 and a–f</source>
        <translation>
            <numerusform>%n enthält andere Zeichen als 0–9 und a–f</numerusform>
            <numerusform>%n enthalten andere Zeichen als 0–9 und a–f</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more for other reasons</source>
        <translation>
            <numerusform>%n weitere aus anderem Grund</numerusform>
            <numerusform>%n weitere aus anderen Gründen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more for these or other reasons</source>
        <translation>
            <numerusform>%n weitere aus diesen oder anderen Gründen</numerusform>
            <numerusform>%n weitere aus diesen oder anderen Gründen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ignored: %1.</source>
        <translation>
            <numerusform>%n ignoriert: %1.</numerusform>
            <numerusform>%n ignoriert: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No call UUID found in the text.</source>
        <translation>Im Text wurde keine Anruf-UUID gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already listed</source>
        <translation>
            <numerusform>%n schon in der Liste</numerusform>
            <numerusform>%n schon in der Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a call UUID: it has characters other than 0–9, a–f and hyphens.</source>
        <translation>Das ist keine Anruf-UUID: Sie enthält andere Zeichen als 0–9, a–f und Bindestriche.</translation>
    </message>
    <message>
        <source>This is not a call UUID: it is all zeros.</source>
        <translation>Das ist keine Anruf-UUID: Sie besteht nur aus Nullen.</translation>
    </message>
    <message>
        <source>This is not a call UUID: its hyphens are not in the right places.</source>
        <translation>Das ist keine Anruf-UUID: Die Bindestriche stehen nicht an den richtigen Stellen.</translation>
    </message>
    <message>
        <source>a duplicate of one further up</source>
        <translation>doppelt, steht schon weiter oben</translation>
    </message>
    <message>
        <source>cut off (%1 of 36 characters)</source>
        <translation>abgeschnitten (%1 von 36 Zeichen)</translation>
    </message>
    <message>
        <source>too long (%1 instead of 36 characters)</source>
        <translation>zu lang (%1 statt 36 Zeichen)</translation>
    </message>
    <message>
        <source>a look-alike character, %1, in column %2</source>
        <translation>ein ähnlich aussehendes Zeichen, %1, in Spalte %2</translation>
    </message>
    <message>
        <source>an invisible character, %1, in column %2</source>
        <translation>ein unsichtbares Zeichen, %1, in Spalte %2</translation>
    </message>
    <message>
        <source>%1, not a call</source>
        <translation>%1, kein Anruf</translation>
    </message>
    <message>
        <source>all zeros, not a call</source>
        <translation>nur Nullen, kein Anruf</translation>
    </message>
    <message>
        <source>characters other than 0–9 and a–f</source>
        <translation>andere Zeichen als 0–9 und a–f</translation>
    </message>
    <message>
        <source>request UUID</source>
        <translation>Request-UUID</translation>
    </message>
    <message>
        <source>parent leg</source>
        <translation>übergeordneter Teil</translation>
    </message>
    <message>
        <source>A leg</source>
        <translation>A-Teil</translation>
    </message>
    <message>
        <source>B leg</source>
        <translation>B-Teil</translation>
    </message>
    <message>
        <source>This is not a call UUID: it is empty.</source>
        <translation>Das ist keine Anruf-UUID: Sie ist leer.</translation>
    </message>
    <message>
        <source>This is not a call UUID: it has %1.</source>
        <translation>Das ist keine Anruf-UUID: Sie enthält %1.</translation>
    </message>
    <message numerus="yes">
        <source>This is not a call UUID: it has %n of 36 characters.</source>
        <translation>
            <numerusform>Das ist keine Anruf-UUID: Sie hat %n von 36 Zeichen.</numerusform>
            <numerusform>Das ist keine Anruf-UUID: Sie hat %n von 36 Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is not a call UUID: it has %n characters instead of 36.</source>
        <translation>
            <numerusform>Das ist keine Anruf-UUID: Sie hat %n statt 36 Zeichen.</numerusform>
            <numerusform>Das ist keine Anruf-UUID: Sie hat %n statt 36 Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused.</source>
        <translation>Abgelehnt.</translation>
    </message>
    <message>
        <source>Refused (401): Plivo rejected the auth ID or token.</source>
        <translation>Abgelehnt (401): Plivo hat Auth-ID oder Token zurückgewiesen.</translation>
    </message>
    <message>
        <source>Refused (403): this account is not permitted to do that.</source>
        <translation>Abgelehnt (403): Diesem Konto ist das nicht erlaubt.</translation>
    </message>
    <message>
        <source>Refused (%1).</source>
        <translation>Abgelehnt (%1).</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Plivo confirmed the hang-up.</source>
        <translation>Plivo hat das Auflegen bestätigt.</translation>
    </message>
    <message>
        <source>Not a live call of this account: over already, or never existed. Nothing was ended.</source>
        <translation>Kein aktiver Anruf dieses Kontos: schon vorbei, oder es gab ihn nie. Nichts wurde beendet.</translation>
    </message>
    <message>
        <source>Not live now; an earlier attempt may have ended it.</source>
        <translation>Jetzt nicht aktiv; ein früherer Versuch hat ihn vielleicht beendet.</translation>
    </message>
    <message>
        <source>Sent, no clear answer; it may have ended.</source>
        <translation>Gesendet, keine klare Antwort; der Anruf ist vielleicht beendet.</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Nicht gesendet.</translation>
    </message>
    <message>
        <source>Sent, no clear answer; it may have ended: %1.</source>
        <translation>Gesendet, keine klare Antwort; der Anruf ist vielleicht beendet: %1.</translation>
    </message>
    <message>
        <source>Not sent: %1.</source>
        <translation>Nicht gesendet: %1.</translation>
    </message>
    <message>
        <source>the server stayed silent</source>
        <translation>der Server hat nicht geantwortet</translation>
    </message>
    <message>
        <source>no complete answer in time</source>
        <translation>rechtzeitig keine vollständige Antwort</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>the answer was broken</source>
        <translation>die Antwort war beschädigt</translation>
    </message>
    <message>
        <source>the server had trouble</source>
        <translation>der Server hatte Probleme</translation>
    </message>
    <message>
        <source>the server pointed to another address, which is never followed</source>
        <translation>der Server hat auf eine andere Adresse verwiesen; dem wird nie gefolgt</translation>
    </message>
    <message>
        <source>the answer has a status that proves nothing</source>
        <translation>der Status der Antwort beweist nichts</translation>
    </message>
    <message>
        <source>the answer does not look like Plivo&apos;s, perhaps a proxy gave it</source>
        <translation>die Antwort sieht nicht nach Plivo aus, vielleicht kam sie von einem Proxy</translation>
    </message>
    <message>
        <source>cancelled on the way</source>
        <translation>unterwegs abgebrochen</translation>
    </message>
    <message>
        <source>the host name was not found</source>
        <translation>der Hostname wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <translation>der Server hat die Verbindung abgewiesen</translation>
    </message>
    <message>
        <source>no secure connection: the server&apos;s certificate or encryption was rejected</source>
        <translation>keine sichere Verbindung: Zertifikat oder Verschlüsselung des Servers wurde zurückgewiesen</translation>
    </message>
    <message>
        <source>the proxy did not let it through</source>
        <translation>der Proxy hat die Anfrage nicht durchgelassen</translation>
    </message>
    <message>
        <source>the proxy asks for a user name and password</source>
        <translation>der Proxy verlangt Benutzernamen und Kennwort</translation>
    </message>
    <message>
        <source>stopped before its turn</source>
        <translation>gestoppt, bevor er an der Reihe war</translation>
    </message>
    <message>
        <source>stopped while it waited for Plivo&apos;s rate limit</source>
        <translation>gestoppt, während er auf Plivos Limit wartete</translation>
    </message>
    <message>
        <source>Plivo rejected the auth ID or token, so the batch stopped</source>
        <translation>Plivo hat Auth-ID oder Token zurückgewiesen, darum wurde der Durchlauf gestoppt</translation>
    </message>
    <message>
        <source>Plivo did not permit an earlier call, so the batch stopped</source>
        <translation>Plivo hat einen früheren Anruf nicht erlaubt, darum wurde der Durchlauf gestoppt</translation>
    </message>
    <message>
        <source>the connection was not safe, so the batch stopped</source>
        <translation>die Verbindung war nicht sicher, darum wurde der Durchlauf gestoppt</translation>
    </message>
    <message>
        <source>there is no auth token for this account</source>
        <translation>für dieses Konto fehlt das Auth-Token</translation>
    </message>
    <message>
        <source>the journal could not be written</source>
        <translation>das Journal konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the check found no such live call: over already, or another account&apos;s</source>
        <translation>bei der Prüfung gab es keinen solchen laufenden Anruf: schon vorbei, oder der eines anderen Kontos</translation>
    </message>
    <message>
        <source>the check found other numbers than were shown</source>
        <translation>die Nachprüfung ergab andere Rufnummern als die angezeigten</translation>
    </message>
    <message>
        <source>one of its numbers is protected</source>
        <translation>eine seiner Rufnummern ist geschützt</translation>
    </message>
    <message>
        <source>its numbers could not be read, and some numbers are protected</source>
        <translation>seine Rufnummern ließen sich nicht lesen, und es gibt geschützte</translation>
    </message>
    <message>
        <source>the check got no clear answer</source>
        <translation>die Nachprüfung bekam keine klare Antwort</translation>
    </message>
    <message>
        <source>a young or an answered inbound call, left out</source>
        <translation>ein junger oder ein angenommener eingehender Anruf, ausgelassen</translation>
    </message>
    <message>
        <source>dry run, it would have been sent</source>
        <translation>Probelauf, es wäre gesendet worden</translation>
    </message>
    <message>
        <source>the last check before sending said no</source>
        <translation>die letzte Prüfung vor dem Senden hat ihn nicht zugelassen</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Gelistet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The API address is empty.</source>
        <translation>Die API-Adresse ist leer.</translation>
    </message>
    <message>
        <source>This is not an API address. One looks like https://api.plivo.com.</source>
        <translation>Das ist keine API-Adresse. Eine sieht so aus: https://api.plivo.com.</translation>
    </message>
    <message>
        <source>An API address must start with https://. Only a loopback address like 127.0.0.1 may use http://.</source>
        <translation>Eine API-Adresse muss mit https:// beginnen. Nur eine Loopback-Adresse wie 127.0.0.1 darf http:// verwenden.</translation>
    </message>
    <message>
        <source>An API address must not contain a user name or password.</source>
        <translation>Eine API-Adresse darf weder Benutzernamen noch Kennwort enthalten.</translation>
    </message>
    <message>
        <source>An API address must end after its host and port: no path.</source>
        <translation>Eine API-Adresse muss nach Host und Port enden: kein Pfad.</translation>
    </message>
    <message>
        <source>An API address must end after its host and port: no query (“?”).</source>
        <translation>Eine API-Adresse muss nach Host und Port enden: keine Abfrage („?“).</translation>
    </message>
    <message>
        <source>An API address must end after its host and port: no fragment (“#”).</source>
        <translation>Eine API-Adresse muss nach Host und Port enden: kein Fragment („#“).</translation>
    </message>
    <message>
        <source>The API address names no host.</source>
        <translation>Die API-Adresse nennt keinen Host.</translation>
    </message>
    <message>
        <source>The port of the API address must be a number from 1 to 65535.</source>
        <translation>Der Port der API-Adresse muss eine Zahl von 1 bis 65535 sein.</translation>
    </message>
    <message>
        <source>“%1” was not found. Nothing was added.</source>
        <translation>„%1“ wurde nicht gefunden. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” could not be read. Nothing was added.</source>
        <translation>„%1“ konnte nicht gelesen werden. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a text file. Nothing was added.</source>
        <translation>„%1“ ist ein Ordner, keine Textdatei. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” is a device, pipe or socket, not a text file. Nothing was added.</source>
        <translation>„%1“ ist ein Gerät, eine Pipe oder ein Socket, keine Textdatei. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” is larger than 64 MiB. Nothing was added.</source>
        <translation>„%1“ ist größer als 64 MiB. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” is not text in UTF-8 or UTF-16. Nothing was added.</source>
        <translation>„%1“ ist kein Text in UTF-8 oder UTF-16. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” could not be saved. Nothing was written.</source>
        <translation>„%1“ konnte nicht gespeichert werden. Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n call accepted</source>
        <translation>
            <numerusform>%n Anruf übernommen</numerusform>
            <numerusform>%n Anrufe übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls accepted</source>
        <translation>
            <numerusform>%n Anruf übernommen</numerusform>
            <numerusform>%n Anrufe übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 ended, %3 not live, %4 refused, %5 unknown, %6 not sent, %7 waiting.</source>
        <translation>%1: %2 beendet, %3 nicht aktiv, %4 abgelehnt, %5 unbekannt, %6 nicht gesendet, %7 wartend.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Too many requests; this call waits.</source>
        <translation>Zu viele Anfragen; dieser Anruf wartet.</translation>
    </message>
    <message>
        <source>Plivo asks to wait: nothing is sent for %1.</source>
        <translation>Plivo bittet zu warten: %1 lang wird nichts gesendet.</translation>
    </message>
    <message>
        <source>An outcome could not be written to disk.</source>
        <translation>Ein Ergebnis konnte nicht auf die Platte geschrieben werden.</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Ocker</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>No calls can be ended: the journal would be on a network disk, where it is not safe (%1). Put its folder on a disk of this computer.</source>
        <translation>Es können keine Anrufe beendet werden: Das Journal läge auf einem Netzlaufwerk, wo es nicht sicher ist (%1). Legen Sie seinen Ordner auf ein Laufwerk dieses Computers.</translation>
    </message>
    <message>
        <source>No calls can be ended: the journal was written by a newer Hangup and can only be read. Use that version.</source>
        <translation>Es können keine Anrufe beendet werden: Das Journal stammt von einem neueren Hangup und kann nur gelesen werden. Verwenden Sie jene Version.</translation>
    </message>
    <message>
        <source>No calls can be ended: the journal can&apos;t be written (%1). Is the disk full, or the folder protected?</source>
        <translation>Es können keine Anrufe beendet werden: Das Journal kann nicht geschrieben werden (%1). Ist der Datenträger voll oder der Ordner geschützt?</translation>
    </message>
    <message>
        <source>No calls can be ended: the journal is damaged, and another Hangup has it open. Close that one, then start this one again.</source>
        <translation>Es können keine Anrufe beendet werden: Das Journal ist beschädigt, und ein anderes Hangup hat es geöffnet. Schließen Sie jenes und starten Sie dieses neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n outcome is known but not on disk yet: it is written as soon as there is room. Until then nothing more is ended; leave Hangup open.</source>
        <translation>
            <numerusform>%n Ergebnis ist bekannt, aber noch nicht gespeichert: Es wird geschrieben, sobald Platz ist. Bis dahin wird nichts mehr beendet; lassen Sie Hangup offen.</numerusform>
            <numerusform>%n Ergebnisse sind bekannt, aber noch nicht gespeichert: Sie werden geschrieben, sobald Platz ist. Bis dahin wird nichts mehr beendet; lassen Sie Hangup offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes are known but not on disk yet: they are written as soon as there is room. Until then nothing more is ended; leave Hangup open.</source>
        <translation>
            <numerusform>%n Ergebnis ist bekannt, aber noch nicht gespeichert: Es wird geschrieben, sobald Platz ist. Bis dahin wird nichts mehr beendet; lassen Sie Hangup offen.</numerusform>
            <numerusform>%n Ergebnisse sind bekannt, aber noch nicht gespeichert: Sie werden geschrieben, sobald Platz ist. Bis dahin wird nichts mehr beendet; lassen Sie Hangup offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal was damaged. It was kept as “%1”, and a new one begun.</source>
        <translation>Das Journal war beschädigt. Es wurde als „%1“ aufgehoben, und ein neues wurde begonnen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event was carried over.</source>
        <translation>
            <numerusform>%Ln Ereignis wurde übernommen.</numerusform>
            <numerusform>%Ln Ereignisse wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events were carried over.</source>
        <translation>
            <numerusform>%Ln Ereignis wurde übernommen.</numerusform>
            <numerusform>%Ln Ereignisse wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event could not be read.</source>
        <translation>
            <numerusform>%Ln Ereignis konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Ereignisse konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events could not be read.</source>
        <translation>
            <numerusform>%Ln Ereignis konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Ereignisse konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %Ln event checked.</source>
        <translation>
            <numerusform>Das Journal ist unversehrt: %Ln Ereignis geprüft.</numerusform>
            <numerusform>Das Journal ist unversehrt: %Ln Ereignisse geprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %Ln events checked.</source>
        <translation>
            <numerusform>Das Journal ist unversehrt: %Ln Ereignis geprüft.</numerusform>
            <numerusform>Das Journal ist unversehrt: %Ln Ereignisse geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal was changed at event %L1.</source>
        <translation>Das Journal wurde bei Ereignis %L1 verändert.</translation>
    </message>
    <message>
        <source>The journal was changed.</source>
        <translation>Das Journal wurde verändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event is as it was written.</source>
        <translation>
            <numerusform>%Ln Ereignis ist, wie es geschrieben wurde.</numerusform>
            <numerusform>%Ln Ereignisse sind, wie sie geschrieben wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events are as they were written.</source>
        <translation>
            <numerusform>%Ln Ereignis ist, wie es geschrieben wurde.</numerusform>
            <numerusform>%Ln Ereignisse sind, wie sie geschrieben wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal can&apos;t be read to its end: %Ln event checked.</source>
        <translation>
            <numerusform>Das Journal kann nicht bis zum Ende gelesen werden: %Ln Ereignis geprüft.</numerusform>
            <numerusform>Das Journal kann nicht bis zum Ende gelesen werden: %Ln Ereignisse geprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal can&apos;t be read to its end: %Ln events checked.</source>
        <translation>
            <numerusform>Das Journal kann nicht bis zum Ende gelesen werden: %Ln Ereignis geprüft.</numerusform>
            <numerusform>Das Journal kann nicht bis zum Ende gelesen werden: %Ln Ereignisse geprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old event was removed on request, on record.</source>
        <translation>
            <numerusform>%Ln altes Ereignis wurde auf Wunsch entfernt; das ist vermerkt.</numerusform>
            <numerusform>%Ln alte Ereignisse wurden auf Wunsch entfernt; das ist vermerkt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old events were removed on request, on record.</source>
        <translation>
            <numerusform>%Ln altes Ereignis wurde auf Wunsch entfernt; das ist vermerkt.</numerusform>
            <numerusform>%Ln alte Ereignisse wurden auf Wunsch entfernt; das ist vermerkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The computer slept for %1, and the batch holds.</source>
        <translation>Der Computer schlief %1 lang, und der Durchlauf hält inne.</translation>
    </message>
    <message>
        <source>Five answers in a row were unclear, and the batch holds: something is wrong with the connection or with Plivo.</source>
        <translation>Fünf Antworten hintereinander waren unklar, und der Durchlauf hält inne: Mit der Verbindung oder mit Plivo stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>None of the first five calls is live on this account, and the batch holds. Is this the right account?</source>
        <translation>Keiner der ersten fünf Anrufe läuft auf diesem Konto, und der Durchlauf hält inne. Ist es das richtige Konto?</translation>
    </message>
    <message>
        <source>Plivo asks to wait for %1, and the batch holds. Nothing is sent before that, also if you continue.</source>
        <translation>Plivo bittet, %1 zu warten, und der Durchlauf hält inne. Vorher wird nichts gesendet, auch wenn Sie fortfahren.</translation>
    </message>
    <message numerus="yes">
        <source>%n call waits. Continue?</source>
        <translation>
            <numerusform>%n Anruf wartet. Fortfahren?</numerusform>
            <numerusform>%n Anrufe warten. Fortfahren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls wait. Continue?</source>
        <translation>
            <numerusform>%n Anruf wartet. Fortfahren?</numerusform>
            <numerusform>%n Anrufe warten. Fortfahren?</numerusform>
        </translation>
    </message>
    <message>
        <source>ended by an API request</source>
        <translation>von einer API-Anfrage beendet</translation>
    </message>
    <message>
        <source>ended by the caller</source>
        <translation>vom Anrufer beendet</translation>
    </message>
    <message>
        <source>ended by the person called</source>
        <translation>vom Angerufenen beendet</translation>
    </message>
    <message>
        <source>ended by Plivo</source>
        <translation>von Plivo beendet</translation>
    </message>
    <message>
        <source>ended by the carrier</source>
        <translation>vom Netzbetreiber beendet</translation>
    </message>
    <message>
        <source>ended by the Answer XML</source>
        <translation>vom Answer XML beendet</translation>
    </message>
    <message>
        <source>ended by an error</source>
        <translation>durch einen Fehler beendet</translation>
    </message>
    <message>
        <source>ended by a side that it does not name</source>
        <translation>von nicht genannter Seite beendet</translation>
    </message>
    <message>
        <source>ended by “%1”</source>
        <translation>von „%1“ beendet</translation>
    </message>
    <message>
        <source>cause %1</source>
        <translation>Ursache %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>Plivo&apos;s record: %1.</source>
        <translation>Plivos Datensatz: %1.</translation>
    </message>
    <message>
        <source>Plivo&apos;s record: %1, %2.</source>
        <translation>Plivos Datensatz: %1, %2.</translation>
    </message>
    <message>
        <source>Accepted, but still live.</source>
        <translation>Angenommen, läuft aber noch.</translation>
    </message>
    <message>
        <source>Still live.</source>
        <translation>Läuft noch.</translation>
    </message>
    <message>
        <source>Accepted, but still live at %1.</source>
        <translation>Angenommen, lief aber um %1 noch.</translation>
    </message>
    <message>
        <source>Still live at %1.</source>
        <translation>Lief um %1 noch.</translation>
    </message>
    <message>
        <source>Attempt %1 was not sent</source>
        <translation>Versuch %1 wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Attempt %1 was not sent: %2</source>
        <translation>Versuch %1 wurde nicht gesendet: %2</translation>
    </message>
    <message>
        <source>No clear answer to attempt %1 after %2</source>
        <translation>Keine klare Antwort auf Versuch %1 nach %2</translation>
    </message>
    <message>
        <source>Answer to attempt %1: %2 after %3</source>
        <translation>Antwort auf Versuch %1: %2 nach %3</translation>
    </message>
    <message>
        <source>Looked: no clear answer</source>
        <translation>Nachgesehen: keine klare Antwort</translation>
    </message>
    <message>
        <source>Plivo&apos;s record is there</source>
        <translation>Plivos Datensatz ist da</translation>
    </message>
    <message>
        <source>Plivo&apos;s record is not there (yet); that proves nothing</source>
        <translation>Plivos Datensatz ist (noch) nicht da; das beweist nichts</translation>
    </message>
    <message>
        <source>Asked for Plivo&apos;s record: no clear answer</source>
        <translation>Nach Plivos Datensatz gefragt: keine klare Antwort</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Not by us</source>
        <translation>Nicht von uns</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Still live</source>
        <translation>Läuft noch</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>No record from Plivo in time; that proves nothing.</source>
        <translation>Kein Datensatz von Plivo in der Zeit; das beweist nichts.</translation>
    </message>
    <message>
        <source>No record from Plivo yet; that proves nothing.</source>
        <translation>Noch kein Datensatz von Plivo; das beweist nichts.</translation>
    </message>
    <message>
        <source>Not live and not queued any more; no record says who ended it.</source>
        <translation>Läuft und wartet nicht mehr; kein Datensatz sagt, wer ihn beendet hat.</translation>
    </message>
    <message>
        <source>Not live and not queued any more.</source>
        <translation>Läuft und wartet nicht mehr.</translation>
    </message>
    <message>
        <source>DELETE sent, attempt %1</source>
        <translation>DELETE gesendet, Versuch %1</translation>
    </message>
    <message>
        <source>Asked whether it is still live</source>
        <translation>Gefragt, ob er noch läuft</translation>
    </message>
    <message>
        <source>Asked whether it is still queued</source>
        <translation>Gefragt, ob er noch in der Warteschlange steht</translation>
    </message>
    <message>
        <source>Asked for Plivo&apos;s record</source>
        <translation>Nach Plivos Datensatz gefragt</translation>
    </message>
    <message>
        <source>Looked: still live</source>
        <translation>Nachgesehen: läuft noch</translation>
    </message>
    <message>
        <source>Looked: not live</source>
        <translation>Nachgesehen: läuft nicht</translation>
    </message>
    <message>
        <source>Looked: still queued</source>
        <translation>Nachgesehen: noch in der Warteschlange</translation>
    </message>
    <message>
        <source>Looked: not queued</source>
        <translation>Nachgesehen: nicht in der Warteschlange</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine Angabe)</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet von</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Last outcome</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Auth ID</source>
        <translation>Auth-ID</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>no HTTP status</source>
        <translation>kein HTTP-Status</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht abgefragt</translation>
    </message>
    <message>
        <source>No outcome yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Plivo&apos;s words</source>
        <translation>Plivos Worte</translation>
    </message>
    <message>
        <source>First attempt</source>
        <translation>Erster Versuch</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Hangup: receipt of ended calls</source>
        <translation>Hangup: Beleg über beendete Anrufe</translation>
    </message>
    <message>
        <source>Not sent: Hangup ended before its turn.</source>
        <translation>Nicht gesendet: Hangup endete, bevor er an der Reihe war.</translation>
    </message>
    <message>
        <source>Hangup ended before there was an answer</source>
        <translation>Hangup endete, bevor eine Antwort kam</translation>
    </message>
    <message>
        <source>another Hangup on this computer is ending this call</source>
        <translation>ein anderes Hangup auf diesem Computer beendet diesen Anruf gerade</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Asked Plivo: still queued.</source>
        <translation>Plivo gefragt: noch in der Warteschlange.</translation>
    </message>
    <message>
        <source>Asked Plivo: still live.</source>
        <translation>Plivo gefragt: läuft noch.</translation>
    </message>
    <message>
        <source>No clear answer: %1. Asking Plivo whether the call is still live.</source>
        <translation>Keine klare Antwort: %1. Plivo wird gefragt, ob der Anruf noch läuft.</translation>
    </message>
    <message>
        <source>Not sent: %1. Trying again, attempt %2 of %3.</source>
        <translation>Nicht gesendet: %1. Neuer Versuch, %2 von %3.</translation>
    </message>
    <message>
        <source>Sending.</source>
        <translation>Wird gesendet.</translation>
    </message>
    <message>
        <source>Sending again, attempt %1 of %2.</source>
        <translation>Wird erneut gesendet, Versuch %1 von %2.</translation>
    </message>
    <message>
        <source>It is not sent again by itself.</source>
        <translation>Von selbst wird nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>Checked: still queued.</source>
        <translation>Nachgeprüft: noch in der Warteschlange.</translation>
    </message>
    <message>
        <source>Checked: still live.</source>
        <translation>Nachgeprüft: läuft noch.</translation>
    </message>
    <message>
        <source>Checked: neither live nor queued.</source>
        <translation>Nachgeprüft: läuft nicht und wartet nicht.</translation>
    </message>
    <message>
        <source>Checked: no clear answer.</source>
        <translation>Nachgeprüft: keine klare Antwort.</translation>
    </message>
    <message>
        <source>Checked: no clear answer (%1). Checking again, attempt %2 of %3.</source>
        <translation>Nachgeprüft: keine klare Antwort (%1). Es wird noch einmal nachgeprüft, Versuch %2 von %3.</translation>
    </message>
    <message>
        <source>Asked Plivo: neither live nor queued.</source>
        <translation>Plivo gefragt: läuft nicht und wartet nicht.</translation>
    </message>
    <message>
        <source>Asked Plivo: no clear answer.</source>
        <translation>Plivo gefragt: keine klare Antwort.</translation>
    </message>
    <message>
        <source>Attempt %1 put on record, to be sent</source>
        <translation>Versuch %1 vermerkt, wird gesendet</translation>
    </message>
    <message>
        <source>Whether it was one of ours is not certain: its time fits none of our attempts.</source>
        <translation>Ob es eine von unseren war, ist nicht sicher: Die Zeit passt zu keinem unserer Versuche.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>It could not be read: %1.</source>
        <translation>Er konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>It could not be read (%1).</source>
        <translation>Er konnte nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>Er konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 Plivo says: &quot;%2&quot;</source>
        <translation>%1 Plivo sagt: „%2“</translation>
    </message>
    <message>
        <source>Reading ended: %1.</source>
        <translation>Das Lesen endete: %1.</translation>
    </message>
    <message>
        <source>Queued, not dialled yet.</source>
        <translation>In der Warteschlange, noch nicht gewählt.</translation>
    </message>
    <message>
        <source>Live.</source>
        <translation>Läuft.</translation>
    </message>
    <message>
        <source>Queued for %1, not dialled yet.</source>
        <translation>Seit %1 in der Warteschlange, noch nicht gewählt.</translation>
    </message>
    <message>
        <source>Live for %1.</source>
        <translation>Läuft seit %1.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Older than %1</source>
        <translation>Älter als %1</translation>
    </message>
    <message>
        <source>Ringing or queued for more than %1</source>
        <translation>Klingelt oder wartet länger als %1</translation>
    </message>
    <message>
        <source>The other leg is gone</source>
        <translation>Der andere Teil ist weg</translation>
    </message>
    <message>
        <source>Same from and to as another call</source>
        <translation>Gleiche Nummern wie ein anderer Anruf</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Protected number</source>
        <translation>Geschützte Nummer</translation>
    </message>
    <message>
        <source>Numbers not read</source>
        <translation>Nummern nicht gelesen</translation>
    </message>
    <message>
        <source>Answered inbound call</source>
        <translation>Angenommener eingehender Anruf</translation>
    </message>
    <message>
        <source>Under %1 old</source>
        <translation>Jünger als %1</translation>
    </message>
    <message>
        <source>As of %1, %2 of %3 details read.</source>
        <translation>Stand %1, %2 von %3 Einzelheiten gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>The details of %n call could not be read.</source>
        <translation>
            <numerusform>Die Einzelheiten von %n Anruf konnten nicht gelesen werden.</numerusform>
            <numerusform>Die Einzelheiten von %n Anruf konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The details of %n calls could not be read.</source>
        <translation>
            <numerusform>Die Einzelheiten von %n Anruf konnten nicht gelesen werden.</numerusform>
            <numerusform>Die Einzelheiten von %n Anrufen konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only: %1.</source>
        <translation>Nur: %1.</translation>
    </message>
    <message>
        <source>The list looks cut: there are probably more calls.</source>
        <translation>Die Liste sieht abgeschnitten aus: Es gibt wahrscheinlich mehr Anrufe.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry of the list was left out: it is not an id.</source>
        <translation>
            <numerusform>%n Eintrag der Liste wurde ausgelassen: Er ist keine ID.</numerusform>
            <numerusform>%n Eintrag der Liste wurde ausgelassen: Er ist keine ID.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the list were left out: they are not ids.</source>
        <translation>
            <numerusform>%n Eintrag der Liste wurde ausgelassen: Er ist keine ID.</numerusform>
            <numerusform>%n Einträge der Liste wurden ausgelassen: Sie sind keine IDs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the live calls …</source>
        <translation>Die laufenden Anrufe werden gelesen …</translation>
    </message>
    <message>
        <source>The live calls have not been read yet.</source>
        <translation>Die laufenden Anrufe wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>This account has no such call: neither live nor queued, and no record of it (yet).</source>
        <translation>Dieses Konto hat keinen solchen Anruf: weder laufend noch wartend, und (noch) keinen Datensatz.</translation>
    </message>
    <message>
        <source>%1 of %2 requests in the last 5 s</source>
        <translation>%1 von %2 Anfragen in den letzten 5 s</translation>
    </message>
    <message numerus="yes">
        <source>%n request in the last 5 s</source>
        <translation>
            <numerusform>%n Anfrage in den letzten 5 s</numerusform>
            <numerusform>%n Anfrage in den letzten 5 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the last 5 s</source>
        <translation>
            <numerusform>%n Anfrage in den letzten 5 s</numerusform>
            <numerusform>%n Anfragen in den letzten 5 s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · Plivo asked to wait until %2</source>
        <translation>%1 · Plivo bat, bis %2 zu warten</translation>
    </message>
    <message>
        <source>DELETE of the request sent, attempt %1</source>
        <translation>DELETE der Anforderung gesendet, Versuch %1</translation>
    </message>
    <message>
        <source>Your organisation does not allow it.</source>
        <translation>Ihre Organisation erlaubt es nicht.</translation>
    </message>
    <message>
        <source>it can&apos;t be read.</source>
        <translation>sie ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>sie ist keine Datei.</translation>
    </message>
    <message>
        <source>it is too large: at most %1 KiB.</source>
        <translation>sie ist zu groß: höchstens %1 KiB.</translation>
    </message>
    <message>
        <source>it must belong to root.</source>
        <translation>sie muss root gehören.</translation>
    </message>
    <message>
        <source>others than root can write to it.</source>
        <translation>andere als root können sie ändern.</translation>
    </message>
    <message>
        <source>its folder must belong to root.</source>
        <translation>ihr Ordner muss root gehören.</translation>
    </message>
    <message>
        <source>others than root can write to its folder.</source>
        <translation>andere als root können ihren Ordner ändern.</translation>
    </message>
    <message>
        <source>it is no text in UTF-8.</source>
        <translation>sie ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>it has to begin with [policy].</source>
        <translation>sie muss mit [policy] beginnen.</translation>
    </message>
    <message>
        <source>there is no section %1, only [policy].</source>
        <translation>es gibt keinen Abschnitt %1, nur [policy].</translation>
    </message>
    <message>
        <source>“%1” is not of the form key=value.</source>
        <translation>„%1“ hat nicht die Form Schlüssel=Wert.</translation>
    </message>
    <message>
        <source>%1 stands there twice.</source>
        <translation>%1 steht zweimal da.</translation>
    </message>
    <message>
        <source>there is no key %1.</source>
        <translation>es gibt keinen Schlüssel %1.</translation>
    </message>
    <message>
        <source>%1 must be yes or no.</source>
        <translation>%1 muss yes oder no sein.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1 muss eine ganze Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>%1 has an entry that is no address: each must be HOST or HOST:PORT, without a path and without wildcards.</source>
        <translation>%1 hat einen Eintrag, der keine Adresse ist: Jeder muss HOST oder HOST:PORT sein, ohne Pfad und ohne Platzhalter.</translation>
    </message>
    <message>
        <source>%1 has an entry that can&apos;t be a number.</source>
        <translation>%1 hat einen Eintrag, der keine Rufnummer sein kann.</translation>
    </message>
    <message>
        <source>%1 has too many entries.</source>
        <translation>%1 hat zu viele Einträge.</translation>
    </message>
    <message>
        <source>%1 has no entry.</source>
        <translation>%1 hat keinen Eintrag.</translation>
    </message>
    <message>
        <source>the value of %1 is of the wrong type.</source>
        <translation>der Wert von %1 hat den falschen Typ.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>Your organisation&apos;s policy can&apos;t be understood, so no real account can be used and no call ended until it is mended.</source>
        <translation>Die Vorgaben Ihrer Organisation sind nicht zu verstehen; bis sie in Ordnung gebracht sind, ist kein echtes Konto nutzbar und kein Anruf zu beenden.</translation>
    </message>
    <message>
        <source>Your organisation&apos;s policy can&apos;t be understood; until it is mended no real account can be used.</source>
        <translation>Die Vorgaben Ihrer Organisation sind nicht zu verstehen; bis sie in Ordnung gebracht sind, ist kein echtes Konto nutzbar.</translation>
    </message>
    <message>
        <source>Your organisation allows the practice accounts alone.</source>
        <translation>Ihre Organisation erlaubt nur die Übungskonten.</translation>
    </message>
    <message>
        <source>Your organisation does not allow this API address.</source>
        <translation>Ihre Organisation erlaubt diese API-Adresse nicht.</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von Ihrer Organisation vorgegeben.</translation>
    </message>
    <message>
        <source>Accounts at these addresses alone: %1.</source>
        <translation>Nur Konten an diesen Adressen: %1.</translation>
    </message>
    <message>
        <source>At most %1 calls at once.</source>
        <translation>Höchstens %1 Anrufe auf einmal.</translation>
    </message>
    <message>
        <source>Set by your organisation, beside yours: %1.</source>
        <translation>Von Ihrer Organisation vorgegeben, neben Ihren: %1.</translation>
    </message>
    <message>
        <source>These are %1 calls; your organisation allows at most %2 at once. Nothing was sent.</source>
        <translation>Das sind %1 Anrufe; Ihre Organisation erlaubt höchstens %2 auf einmal. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Your organisation does not allow exports.</source>
        <translation>Ihre Organisation erlaubt keinen Export.</translation>
    </message>
    <message>
        <source>Your organisation allows no token in the keychain: it is kept for one session only.</source>
        <translation>Ihre Organisation erlaubt kein Token im Schlüsselbund: Es wird nur für eine Sitzung behalten.</translation>
    </message>
    <message>
        <source>“%1” was not saved: your organisation does not allow exports. Nothing was written.</source>
        <translation>„%1“ wurde nicht gespeichert: Ihre Organisation erlaubt keinen Export. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>It is ended without a look at it: also if it is a young call or an answered inbound one.</source>
        <translation>Er wird beendet, ohne dass nachgesehen wird: auch wenn er jung oder ein angenommener eingehender ist.</translation>
    </message>
    <message>
        <source>They are ended without a look at each: young calls and answered inbound ones too, where they are not flagged yet.</source>
        <translation>Sie werden beendet, ohne dass jeder nachgesehen wird: auch junge und angenommene eingehende Anrufe, soweit sie nicht schon markiert sind.</translation>
    </message>
</context>
<context>
    <name>hangup::AboutDialog</name>
    <message>
        <source>About Hangup</source>
        <translation>Über Hangup</translation>
    </message>
    <message>
        <source>Hangup&apos;s icon</source>
        <translation>Symbol von Hangup</translation>
    </message>
    <message>
        <source>Hangup %1</source>
        <translation>Hangup %1</translation>
    </message>
    <message>
        <source>Ends stuck Plivo phone calls, and says what became of each.</source>
        <translation>Beendet hängen gebliebene Plivo-Anrufe und sagt, was aus jedem wurde.</translation>
    </message>
    <message>
        <source>Copyright 2026 The Hangup authors. Licence: MIT.</source>
        <translation>Copyright 2026 The Hangup authors. Lizenz: MIT.</translation>
    </message>
    <message>
        <source>Uses Qt %1 (built with %2), licence: GNU LGPL version 3.</source>
        <translation>Verwendet Qt %1 (gebaut mit %2), Lizenz: GNU LGPL Version 3.</translation>
    </message>
    <message>
        <source>Icons: Lucide 1.62.0, licence: ISC, parts MIT. The app&apos;s own icon: MIT.</source>
        <translation>Symbole: Lucide 1.62.0, Lizenz: ISC, teils MIT. Das Symbol des Programms: MIT.</translation>
    </message>
    <message>
        <source>Not made or endorsed by Plivo.</source>
        <translation>Nicht von Plivo hergestellt oder empfohlen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>hangup::AccountBanner</name>
    <message>
        <source>Account notice</source>
        <translation>Hinweis zum Konto</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>Nothing here is real: no call is touched, no request leaves this machine.</source>
        <translation>Hier ist nichts echt: Kein Anruf wird berührt, keine Anfrage verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>TEST SERVER</source>
        <translation>TESTSERVER</translation>
    </message>
    <message>
        <source>Requests go to %1, not to Plivo.</source>
        <translation>Anfragen gehen an %1, nicht an Plivo.</translation>
    </message>
</context>
<context>
    <name>hangup::AccountBook</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>hangup::AccountBox</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Manage accounts…</source>
        <translation>Konten verwalten…</translation>
    </message>
    <message>
        <source>The account can&apos;t be changed while calls are under way.</source>
        <translation>Solange Anrufe unterwegs sind, kann das Konto nicht gewechselt werden.</translation>
    </message>
    <message>
        <source>The account whose calls are ended</source>
        <translation>Das Konto, dessen Anrufe beendet werden</translation>
    </message>
    <message>
        <source>%1 (not allowed)</source>
        <translation>%1 (nicht erlaubt)</translation>
    </message>
</context>
<context>
    <name>hangup::AccountDialog</name>
    <message>
        <source>Change the account</source>
        <translation>Konto ändern</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Asks Plivo about the account and its live calls; ends nothing</source>
        <translation>Fragt Plivo nach dem Konto und seinen aktiven Anrufen; beendet nichts</translation>
    </message>
    <message>
        <source>Asking %1 about the account…</source>
        <translation>%1 wird nach dem Konto gefragt…</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <translation>Speichern abbrechen</translation>
    </message>
    <message>
        <source>Calls of this account are under way. Save again when they are through.</source>
        <translation>Anrufe dieses Kontos sind unterwegs. Speichern Sie noch einmal, wenn sie durch sind.</translation>
    </message>
    <message>
        <source>Another change is still being saved. Try again in a moment.</source>
        <translation>Eine andere Änderung wird noch gespeichert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This account can&apos;t be changed.</source>
        <translation>Dieses Konto kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may be asking you for a password in another window.</source>
        <translation>Der Schlüsselbund antwortet noch nicht. Vielleicht fragt er Sie in einem anderen Fenster nach einem Kennwort.</translation>
    </message>
    <message>
        <source>Enter the login…</source>
        <translation>Anmeldung eingeben…</translation>
    </message>
    <message>
        <source>Not saved. Nothing was changed.</source>
        <translation>Nicht gespeichert. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>&amp;Keep it for this session only</source>
        <translation>Nur für diese Sitzung &amp;behalten</translation>
    </message>
</context>
<context>
    <name>hangup::AccountFlow</name>
    <message>
        <source>The account can&apos;t be changed until all outcomes are on disk.</source>
        <translation>Das Konto kann erst gewechselt werden, wenn alle Ergebnisse gespeichert sind.</translation>
    </message>
    <message>
        <source>A&amp;dd an account…</source>
        <translation>Konto &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Manage accounts…</source>
        <translation>Konten &amp;verwalten…</translation>
    </message>
    <message>
        <source>1 call is listed. A call belongs to one account; on “%1” it may be another&apos;s or unknown.</source>
        <translation>1 Anruf ist gelistet. Ein Anruf gehört zu einem Konto; auf „%1“ ist er vielleicht ein anderer oder unbekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls are listed. A call belongs to one account; on “%1” they may be another&apos;s or unknown.</source>
        <translation>
            <numerusform>%n Anruf ist gelistet. Ein Anruf gehört zu einem Konto; auf „%1“ ist er vielleicht fremd oder unbekannt.</numerusform>
            <numerusform>%n Anrufe sind gelistet. Ein Anruf gehört zu einem Konto; auf „%1“ sind sie vielleicht fremd oder unbekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The outcome of 1 call in the list is cleared; the log keeps it.</source>
        <translation>Das Ergebnis von 1 Anruf in der Liste wird gelöscht; das Protokoll behält es.</translation>
    </message>
    <message numerus="yes">
        <source>The outcomes of %n calls in the list are cleared; the log keeps them.</source>
        <translation>
            <numerusform>Das Ergebnis von %n Anruf in der Liste wird gelöscht; das Protokoll behält es.</numerusform>
            <numerusform>Die Ergebnisse von %n Anrufen in der Liste werden gelöscht; das Protokoll behält sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>Konto wechseln</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Liste behalten</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1” was added. Choose it in the box “Account” to use it.</source>
        <translation>„%1“ wurde hinzugefügt. Wählen Sie es im Feld „Konto“, um es zu verwenden.</translation>
    </message>
</context>
<context>
    <name>hangup::AccountForm</name>
    <message>
        <source>MA or SA, then 18 letters or digits</source>
        <translation>MA oder SA, dann 18 Buchstaben oder Ziffern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Auth &amp;ID</source>
        <translation>Auth-&amp;ID</translation>
    </message>
    <message>
        <source>Auth t&amp;oken</source>
        <translation>Auth-&amp;Token</translation>
    </message>
    <message>
        <source>Keep the token</source>
        <translation>Token aufbewahren</translation>
    </message>
    <message>
        <source>API &amp;address</source>
        <translation>&amp;API-Adresse</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>Er&amp;weitert</translation>
    </message>
    <message>
        <source>Enter the auth token.</source>
        <translation>Geben Sie das Auth-Token ein.</translation>
    </message>
    <message>
        <source>The auth ID has changed: enter its token. The token of before is not used for another ID.</source>
        <translation>Die Auth-ID ist geändert: Geben Sie das Token dazu ein. Das bisherige Token wird nicht für eine andere ID verwendet.</translation>
    </message>
    <message>
        <source>The API address has changed: enter the token again. A token is only sent to the address that it was entered for.</source>
        <translation>Die API-Adresse ist geändert: Geben Sie das Token erneut ein. Ein Token wird nur an die Adresse gesendet, für die es eingegeben wurde.</translation>
    </message>
    <message>
        <source>It is to be kept elsewhere: enter the token again.</source>
        <translation>Es soll woanders aufbewahrt werden: Geben Sie das Token erneut ein.</translation>
    </message>
    <message>
        <source>Stored in the system keychain; leave empty to keep it</source>
        <translation>Im Schlüsselbund des Systems; leer lassen, um es zu behalten</translation>
    </message>
    <message>
        <source>Kept for this session; leave empty to keep it</source>
        <translation>Für diese Sitzung; leer lassen, um es zu behalten</translation>
    </message>
    <message>
        <source>Plivo&apos;s own. Another one is for tests: https, or http for this computer alone (127.0.0.1 or [::1]).</source>
        <translation>Die von Plivo. Eine andere ist für Tests: https, oder http nur für diesen Computer (127.0.0.1 oder [::1]).</translation>
    </message>
    <message>
        <source>TEST SERVER: the requests, and the token with them, go to %1, not to Plivo.</source>
        <translation>TESTSERVER: Die Anfragen, und mit ihnen das Token, gehen an %1, nicht an Plivo.</translation>
    </message>
    <message>
        <source>This name can&apos;t be used. Choose another one.</source>
        <translation>Dieser Name kann nicht verwendet werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is an account with this auth ID at this address already.</source>
        <translation>Es gibt schon ein Konto mit dieser Auth-ID an dieser Adresse.</translation>
    </message>
</context>
<context>
    <name>hangup::AccountsDialog</name>
    <message>
        <source>Calls of this account are under way. Try again when they are through.</source>
        <translation>Anrufe dieses Kontos sind unterwegs. Versuchen Sie es noch einmal, wenn sie durch sind.</translation>
    </message>
    <message>
        <source>Another change is still being saved. Try again in a moment.</source>
        <translation>Eine andere Änderung wird noch gespeichert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This account can&apos;t be changed.</source>
        <translation>Dieses Konto kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may be asking you for a password in another window.</source>
        <translation>Der Schlüsselbund antwortet noch nicht. Vielleicht fragt er Sie in einem anderen Fenster nach einem Kennwort.</translation>
    </message>
    <message>
        <source>Cancel the change</source>
        <translation>Änderung abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Auth ID</source>
        <translation>Auth-ID</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API-Adresse</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>Auth-Token</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>None needed</source>
        <translation>Keines nötig</translation>
    </message>
    <message>
        <source>From PLIVO_AUTH_TOKEN</source>
        <translation>Aus PLIVO_AUTH_TOKEN</translation>
    </message>
    <message>
        <source>Missing: enter it again</source>
        <translation>Fehlt: erneut eingeben</translation>
    </message>
    <message>
        <source>Missing from the keychain</source>
        <translation>Fehlt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <source>The practice account is built in and can&apos;t be changed: nothing in it is real.</source>
        <translation>Das Übungskonto ist eingebaut und kann nicht geändert werden: Darin ist nichts echt.</translation>
    </message>
    <message>
        <source>This account comes from PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN and can&apos;t be changed here.</source>
        <translation>Dieses Konto kommt aus PLIVO_AUTH_ID und PLIVO_AUTH_TOKEN und kann hier nicht geändert werden.</translation>
    </message>
    <message>
        <source>Its auth token is taken out of the system keychain.</source>
        <translation>Sein Auth-Token wird aus dem Schlüsselbund des Systems entfernt.</translation>
    </message>
    <message>
        <source>Its auth token is forgotten.</source>
        <translation>Sein Auth-Token wird vergessen.</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” (%2)?</source>
        <translation>„%1“ (%2) entfernen?</translation>
    </message>
    <message>
        <source>No call is ended by that. This can&apos;t be undone.</source>
        <translation>Dadurch wird kein Anruf beendet. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Removing “%1”…</source>
        <translation>„%1“ wird entfernt…</translation>
    </message>
    <message>
        <source>Moving “%1”…</source>
        <translation>„%1“ wird verschoben…</translation>
    </message>
</context>
<context>
    <name>hangup::ActionBar</name>
    <message>
        <source>&amp;Retry failed</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Hang up a&amp;ll</source>
        <translation>A&amp;lle beenden</translation>
    </message>
    <message>
        <source>Hang up all</source>
        <translation>Alle beenden</translation>
    </message>
    <message>
        <source>Hang up &amp;selected</source>
        <translation>Au&amp;swahl beenden</translation>
    </message>
    <message>
        <source>Hang up selected</source>
        <translation>Auswahl beenden</translation>
    </message>
    <message>
        <source>What is on its way finishes; the rest is not sent</source>
        <translation>Was unterwegs ist, läuft zu Ende; der Rest wird nicht gesendet</translation>
    </message>
    <message>
        <source>Colour of the account</source>
        <translation>Farbe des Kontos</translation>
    </message>
    <message>
        <source>%1, TEST SERVER %2</source>
        <translation>%1, TESTSERVER %2</translation>
    </message>
    <message>
        <source>Select calls in the table first (Ctrl+Enter hangs them up)</source>
        <translation>Wählen Sie zuerst Anrufe in der Tabelle aus (Strg+Enter beendet sie)</translation>
    </message>
    <message>
        <source>Asks first, then ends the selected calls that are not ended or under way (Ctrl+Enter)</source>
        <translation>Fragt zuerst, beendet dann die ausgewählten Anrufe, die nicht beendet oder unterwegs sind (Strg+Enter)</translation>
    </message>
    <message>
        <source>What is selected has ended already or is under way</source>
        <translation>Die Auswahl ist schon beendet oder unterwegs</translation>
    </message>
    <message>
        <source>Asks first, then ends %1 of the %2 selected calls; the others are ended already or under way (Ctrl+Enter)</source>
        <translation>Fragt zuerst, beendet dann %1 der %2 ausgewählten Anrufe; die anderen sind schon beendet oder unterwegs (Strg+Enter)</translation>
    </message>
    <message>
        <source>Asks first, then ends the selected call (Ctrl+Enter)</source>
        <translation>Fragt zuerst, beendet dann den ausgewählten Anruf (Strg+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>Asks first, then ends the %n selected calls (Ctrl+Enter)</source>
        <translation>
            <numerusform>Fragt zuerst, beendet dann den %n ausgewählten Anruf (Strg+Enter)</numerusform>
            <numerusform>Fragt zuerst, beendet dann die %n ausgewählten Anrufe (Strg+Enter)</numerusform>
        </translation>
    </message>
    <message>
        <source>No call in the list waits for its first try</source>
        <translation>Kein Anruf in der Liste wartet auf den ersten Versuch</translation>
    </message>
    <message>
        <source>Asks first, then ends the one listed call without an outcome</source>
        <translation>Fragt zuerst, beendet dann den einen gelisteten Anruf ohne Ergebnis</translation>
    </message>
    <message numerus="yes">
        <source>Asks first, then ends all %n listed calls without an outcome</source>
        <translation>
            <numerusform>Fragt zuerst, beendet dann den %n gelisteten Anruf ohne Ergebnis</numerusform>
            <numerusform>Fragt zuerst, beendet dann alle %n gelisteten Anrufe ohne Ergebnis</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “Ticket” and “Reason” first</source>
        <translation>Füllen Sie zuerst „Ticket“ und „Grund“ aus</translation>
    </message>
    <message>
        <source>No call is “Not sent” or “Unknown”</source>
        <translation>Kein Anruf ist „Nicht gesendet“ oder „Unbekannt“</translation>
    </message>
    <message>
        <source>Asks first, then tries the calls that are “Not sent” or “Unknown” again; unknown ones are looked at before anything is sent</source>
        <translation>Fragt zuerst, versucht dann die Anrufe erneut, die „Nicht gesendet“ oder „Unbekannt“ sind; bei unbekannten wird nachgesehen, bevor etwas gesendet wird</translation>
    </message>
    <message>
        <source>Calls are still being added to the list</source>
        <translation>Es kommen noch Anrufe in die Liste</translation>
    </message>
</context>
<context>
    <name>hangup::AgeColumn</name>
    <message>
        <source>Age %1: %2</source>
        <extracomment>%1: ages (&quot;1 to 10 min&quot;), %2: a number of calls</extracomment>
        <translation>Alter %1: %2</translation>
    </message>
</context>
<context>
    <name>hangup::AgePicture</name>
    <message>
        <source>Live calls by age</source>
        <translation>Laufende Anrufe nach Alter</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>1 to 10 min</source>
        <translation>1 bis 10 min</translation>
    </message>
    <message>
        <source>10 to 60 min</source>
        <translation>10 bis 60 min</translation>
    </message>
    <message>
        <source>1 to 4 h</source>
        <translation>1 bis 4 h</translation>
    </message>
    <message>
        <source>4 to 24 h</source>
        <translation>4 bis 24 h</translation>
    </message>
    <message>
        <source>over 24 h</source>
        <translation>über 24 h</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Show only the calls of this age; pressed again, all of them</source>
        <translation>Nur Anrufe dieses Alters zeigen; noch einmal gedrückt, wieder alle</translation>
    </message>
</context>
<context>
    <name>hangup::BatchNotice</name>
    <message>
        <source>Hangup: a batch is through</source>
        <translation>Hangup: ein Durchlauf ist fertig</translation>
    </message>
</context>
<context>
    <name>hangup::CallDetails</name>
    <message>
        <source>Call details</source>
        <translation>Einzelheiten des Anrufs</translation>
    </message>
    <message>
        <source>What Plivo says</source>
        <translation>Was Plivo sagt</translation>
    </message>
    <message>
        <source>In the pasted text</source>
        <translation>Im eingefügten Text</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Asks Plivo about the selected calls (F6)</source>
        <translation>Fragt Plivo nach den ausgewählten Anrufen (F6)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>A program that ends this call, without credentials</source>
        <translation>Ein Programm, das diesen Anruf beendet, ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>Cancel it as a request…</source>
        <translation>Als Anforderung abbrechen…</translation>
    </message>
    <message>
        <source>Asks first, then cancels the outbound request of this UUID, if nobody has answered it</source>
        <translation>Fragt zuerst und bricht dann die ausgehende Anforderung mit dieser UUID ab, falls noch niemand abgenommen hat</translation>
    </message>
    <message>
        <source>Look in other accounts…</source>
        <translation>In anderen Konten nachsehen…</translation>
    </message>
    <message>
        <source>Asks first, then asks Plivo with the other accounts you have stored</source>
        <translation>Fragt zuerst und fragt dann Plivo mit den anderen gespeicherten Konten</translation>
    </message>
    <message>
        <source>Other accounts</source>
        <translation>Andere Konten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Caller name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Looks stuck</source>
        <translation>Hängt wohl</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Legs of the same call</source>
        <translation>Teile desselben Anrufs</translation>
    </message>
    <message>
        <source>Asking Plivo …</source>
        <translation>Plivo wird gefragt …</translation>
    </message>
    <message>
        <source>Not looked up yet: press F6.</source>
        <translation>Noch nicht nachgesehen: F6 drücken.</translation>
    </message>
    <message>
        <source>A leg %1</source>
        <translation>A-Teil %1</translation>
    </message>
    <message>
        <source>B leg %1</source>
        <translation>B-Teil %1</translation>
    </message>
    <message>
        <source>Shows this leg: %1</source>
        <translation>Zeigt diesen Teil: %1</translation>
    </message>
    <message>
        <source>Not live any more: F6 asks how it ended.</source>
        <translation>Läuft nicht mehr: F6 fragt, wie er endete.</translation>
    </message>
</context>
<context>
    <name>hangup::CallListModel</name>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Listed. Nothing has been sent for this call.</source>
        <translation>Gelistet. Für diesen Anruf wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Waiting for its turn.</source>
        <translation>Wartet, bis er an der Reihe ist.</translation>
    </message>
    <message>
        <source>Sent; waiting for the answer.</source>
        <translation>Gesendet; die Antwort steht noch aus.</translation>
    </message>
    <message>
        <source>%1 Plivo says: &quot;%2&quot;</source>
        <translation>%1 Plivo sagt: „%2“</translation>
    </message>
    <message>
        <source>Call UUID</source>
        <translation>Anruf-UUID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Plivo’s api_id</source>
        <translation>api_id von Plivo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>The call’s UUID, 36 characters</source>
        <translation>Die UUID des Anrufs, 36 Zeichen</translation>
    </message>
    <message>
        <source>What became of the call; only “Ended” means that Plivo confirmed the hang-up</source>
        <translation>Was aus dem Anruf wurde; nur „Beendet“ heißt, dass Plivo das Auflegen bestätigt hat</translation>
    </message>
    <message>
        <source>The HTTP status of the last answer</source>
        <translation>Der HTTP-Status der letzten Antwort</translation>
    </message>
    <message>
        <source>How often the hang-up was sent</source>
        <translation>Wie oft das Auflegen gesendet wurde</translation>
    </message>
    <message>
        <source>Time from the first attempt to the outcome</source>
        <translation>Zeit vom ersten Versuch bis zum Ergebnis</translation>
    </message>
    <message>
        <source>Local time of the outcome</source>
        <translation>Ortszeit des Ergebnisses</translation>
    </message>
    <message>
        <source>Plivo’s name for its answer; Plivo’s support asks for it</source>
        <translation>Plivos Kennung der Antwort; der Support von Plivo fragt danach</translation>
    </message>
    <message>
        <source>The calling number</source>
        <translation>Die anrufende Nummer</translation>
    </message>
    <message>
        <source>The called number</source>
        <translation>Die angerufene Nummer</translation>
    </message>
    <message>
        <source>Whether the call came in or went out</source>
        <translation>Ob der Anruf ein- oder ausging</translation>
    </message>
    <message>
        <source>How long the call has been live</source>
        <translation>Wie lange der Anruf schon aktiv ist</translation>
    </message>
    <message>
        <source>What the text said of the id, why there is no clear outcome, and Plivo’s own words</source>
        <translation>Was der Text zur ID sagt, warum es kein klares Ergebnis gibt, und Plivos eigene Worte</translation>
    </message>
    <message>
        <source>The last attempt got no clear answer. Plivo is being asked whether the call is still live; only then is it sent again.</source>
        <translation>Der letzte Versuch bekam keine klare Antwort. Plivo wird gefragt, ob der Anruf noch läuft; nur dann wird erneut gesendet.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Hangup source</source>
        <translation>Aufgelegt von</translation>
    </message>
    <message>
        <source>Where the call stands: listed, waiting, on its way, being looked at, or done</source>
        <translation>Wo der Anruf steht: gelistet, wartend, unterwegs, in Prüfung oder fertig</translation>
    </message>
    <message>
        <source>Whether Plivo’s own record proves that an API request ended the call</source>
        <translation>Ob Plivos eigener Datensatz nachweist, dass eine API-Anfrage den Anruf beendet hat</translation>
    </message>
    <message>
        <source>Who ended the call, in the words of Plivo’s record</source>
        <translation>Wer den Anruf beendet hat, in den Worten von Plivos Datensatz</translation>
    </message>
</context>
<context>
    <name>hangup::CallsView</name>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;UUIDs</source>
        <translation>&amp;UUIDs kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>Copy text for Plivo&apos;s &amp;support</source>
        <translation>Text für Plivos &amp;Support kopieren</translation>
    </message>
    <message>
        <source>Co&amp;py as</source>
        <translation>Ko&amp;pieren als</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>&amp;Nachsehen</translation>
    </message>
</context>
<context>
    <name>hangup::ClosingFlow</name>
    <message>
        <source>Calls are on their way</source>
        <translation>Anrufe sind unterwegs</translation>
    </message>
    <message>
        <source>Calls on their way: %1. Calls waiting: %2.
What shall happen?</source>
        <translation>Anrufe unterwegs: %1. Wartende Anrufe: %2.
Was soll geschehen?</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Weiter warten</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
    <message>
        <source>What is on its way finishes; what waits is not sent</source>
        <translation>Was unterwegs ist, läuft zu Ende; was wartet, wird nicht gesendet</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Wird geschlossen</translation>
    </message>
    <message>
        <source>What waited is not sent. The window closes when the calls on their way have their answer.
If you close it now, their outcome will be unknown.</source>
        <translation>Was wartete, wird nicht gesendet. Das Fenster schließt sich, wenn die Anrufe unterwegs ihre Antwort haben.
Wenn Sie es jetzt schließen, bleibt ihr Ergebnis unbekannt.</translation>
    </message>
    <message>
        <source>Don&apos;t close</source>
        <translation>Nicht schließen</translation>
    </message>
    <message>
        <source>Close now, outcome unknown</source>
        <translation>Jetzt schließen, Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>1 outcome could not be written to disk yet; if you close now, the history will not have it.</source>
        <translation>1 Ergebnis konnte noch nicht auf die Platte geschrieben werden; wenn Sie jetzt schließen, fehlt es im Verlauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes could not be written to disk yet; if you close now, the history will not have them.</source>
        <translation>
            <numerusform>%n Ergebnis konnte noch nicht auf die Platte geschrieben werden; wenn Sie jetzt schließen, fehlt es im Verlauf.</numerusform>
            <numerusform>%n Ergebnisse konnten noch nicht auf die Platte geschrieben werden; wenn Sie jetzt schließen, fehlen sie im Verlauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcomes are not on disk yet</source>
        <translation>Ergebnisse sind noch nicht auf der Platte</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>The next start shows calls without an outcome on disk as unknown.</source>
        <translation>Anrufe, deren Ergebnis nicht gespeichert ist, zeigt der nächste Start als unbekannt.</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Noch wurde nichts gesendet</translation>
    </message>
    <message>
        <source>1 confirmed call is about to be hung up. If you close now, it is not.</source>
        <translation>1 bestätigter Anruf wird gleich beendet. Wenn Sie jetzt schließen, wird er es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed calls are about to be hung up. If you close now, they are not.</source>
        <translation>
            <numerusform>%n bestätigter Anruf wird gleich beendet. Wenn Sie jetzt schließen, wird er es nicht.</numerusform>
            <numerusform>%n bestätigte Anrufe werden gleich beendet. Wenn Sie jetzt schließen, werden sie es nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo and close</source>
        <translation>Zurücknehmen und schließen</translation>
    </message>
</context>
<context>
    <name>hangup::ConfirmCalls</name>
    <message>
        <source>… and 1 more …</source>
        <translation>… und 1 weiterer …</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more …</source>
        <translation>
            <numerusform>… und %n weiterer …</numerusform>
            <numerusform>… und %n weitere …</numerusform>
        </translation>
    </message>
    <message>
        <source>… and 1 more that is flagged …</source>
        <translation>… und 1 weiterer markierter …</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more that are flagged …</source>
        <translation>
            <numerusform>… und %n weiterer markierter …</numerusform>
            <numerusform>… und %n weitere markierte …</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls to end</source>
        <translation>Zu beendende Anrufe</translation>
    </message>
    <message>
        <source>Call UUID</source>
        <translation>Anruf-UUID</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Not live any more</source>
        <translation>Läuft nicht mehr</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
</context>
<context>
    <name>hangup::ConfirmDialog</name>
    <message>
        <source>Hang up 1 call</source>
        <translation>1 Anruf beenden</translation>
    </message>
    <message numerus="yes">
        <source>Hang up %n calls</source>
        <translation>
            <numerusform>%n Anruf beenden</numerusform>
            <numerusform>%n Anrufe beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm hang up</source>
        <translation>Beenden bestätigen</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>End this call on %1?</source>
        <translation>Diesen Anruf auf %1 beenden?</translation>
    </message>
    <message numerus="yes">
        <source>End these %n calls on %1?</source>
        <translation>
            <numerusform>Diesen %n Anruf auf %1 beenden?</numerusform>
            <numerusform>Diese %n Anrufe auf %1 beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Colour of the account</source>
        <translation>Farbe des Kontos</translation>
    </message>
    <message>
        <source>PRACTICE: nothing here is real</source>
        <translation>ÜBUNG: hier ist nichts echt</translation>
    </message>
    <message>
        <source>TEST SERVER %1</source>
        <translation>TESTSERVER %1</translation>
    </message>
    <message>
        <source>Whoever is on this call is cut off. This can&apos;t be undone.</source>
        <translation>Wer in diesem Anruf ist, wird getrennt. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Whoever is on these calls is cut off. This can&apos;t be undone.</source>
        <translation>Wer in diesen Anrufen ist, wird getrennt. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Number of calls</source>
        <translation>Anzahl der Anrufe</translation>
    </message>
    <message>
        <source>These are many. Type the number of calls to go on:</source>
        <translation>Das sind viele. Tippen Sie die Anzahl der Anrufe ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ticket: %1</source>
        <translation>Ticket: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Confirm cancelling a request</source>
        <translation>Abbrechen einer Anforderung bestätigen</translation>
    </message>
    <message>
        <source>State of the calls</source>
        <translation>Stand der Anrufe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Dry run: do everything but end them</source>
        <translation>&amp;Probelauf: alles tun, außer sie zu beenden</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>All checks are made and questions asked; no DELETE is sent, and nothing is ended.</source>
        <translation>Alles wird geprüft und gefragt; kein DELETE wird gesendet, und nichts wird beendet.</translation>
    </message>
    <message>
        <source>Cancel this request on %1?</source>
        <translation>Diese Anforderung auf %1 abbrechen?</translation>
    </message>
    <message>
        <source>&amp;Also end the 1 call that is flagged: %1</source>
        <translation>&amp;Auch den 1 markierten Anruf beenden: %1</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Also end the %n calls that are flagged: %1</source>
        <translation>
            <numerusform>&amp;Auch den %n markierten Anruf beenden: %1</numerusform>
            <numerusform>&amp;Auch die %n markierten Anrufe beenden: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>More calls are flagged now: the tick was taken back.</source>
        <translation>Jetzt sind mehr Anrufe markiert: Der Haken wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Asking Plivo who is on these calls: %1 of %2 read …</source>
        <translation>Plivo wird gefragt, wer in diesen Anrufen ist: %1 von %2 gelesen …</translation>
    </message>
    <message>
        <source>1 call could not be read.</source>
        <translation>1 Anruf konnte nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls could not be read.</source>
        <translation>
            <numerusform>%n Anruf konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Anrufe konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these calls is flagged.</source>
        <translation>Keiner dieser Anrufe ist markiert.</translation>
    </message>
    <message>
        <source>Flagged calls are ended too.</source>
        <translation>Markierte Anrufe werden auch beendet.</translation>
    </message>
    <message>
        <source>Flagged calls are left out unless you tick the box.</source>
        <translation>Markierte Anrufe werden ausgelassen, wenn Sie den Haken nicht setzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls have a protected number, or none that can be read, and will be left out.</source>
        <translation>
            <numerusform>%n Anruf hat eine geschützte oder keine lesbare Nummer und wird ausgelassen.</numerusform>
            <numerusform>%n Anrufe haben eine geschützte oder keine lesbare Nummer und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 call has a protected number, or none that can be read, and will be left out.</source>
        <translation>1 Anruf hat eine geschützte oder keine lesbare Nummer und wird ausgelassen.</translation>
    </message>
    <message>
        <source>If nobody has answered it yet, it is not dialled any more. This can&apos;t be undone.</source>
        <translation>Wenn noch niemand abgenommen hat, wird nicht mehr gewählt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Nobody is cut off: Plivo is only asked.</source>
        <translation>Niemand wird getrennt: Plivo wird nur gefragt.</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>Anforderung abbrechen</translation>
    </message>
    <message>
        <source>Try 1 call</source>
        <translation>1 Anruf probieren</translation>
    </message>
    <message numerus="yes">
        <source>Try %n calls</source>
        <translation>
            <numerusform>%n Anruf probieren</numerusform>
            <numerusform>%n Anrufe probieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hangup::CopyAs</name>
    <message>
        <source>Copied as %1. It holds no credentials: put yours into PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN.</source>
        <translation>Kopiert als %1. Zugangsdaten sind nicht dabei: Setzen Sie Ihre in PLIVO_AUTH_ID und PLIVO_AUTH_TOKEN.</translation>
    </message>
</context>
<context>
    <name>hangup::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hangup</source>
        <translation>Hangup</translation>
    </message>
</context>
<context>
    <name>hangup::DetailsFlow</name>
    <message>
        <source>Select the calls to look up first.</source>
        <translation>Wählen Sie zuerst die Anrufe aus, nach denen gesehen werden soll.</translation>
    </message>
    <message>
        <source>Asking Plivo about 1 call …</source>
        <translation>Plivo wird nach 1 Anruf gefragt …</translation>
    </message>
    <message numerus="yes">
        <source>Asking Plivo about %n calls …</source>
        <translation>
            <numerusform>Plivo wird nach %n Anruf gefragt …</numerusform>
            <numerusform>Plivo wird nach %n Anrufen gefragt …</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not more than %2 are looked up at once.</source>
        <translation>%1 Mehr als %2 werden nicht auf einmal nachgesehen.</translation>
    </message>
    <message>
        <source>Looked up: %1 known, %2 not known to this account, %3 could not be read.</source>
        <translation>Nachgesehen: %1 bekannt, %2 diesem Konto nicht bekannt, %3 nicht lesbar.</translation>
    </message>
    <message>
        <source>Look in other accounts</source>
        <translation>In anderen Konten nachsehen</translation>
    </message>
    <message>
        <source>Plivo is asked about %1 with these accounts:

%2

Nothing is ended and nothing is changed. Their tokens are read for it.</source>
        <translation>Plivo wird mit diesen Konten nach %1 gefragt:

%2

Nichts wird beendet und nichts geändert. Ihre Tokens werden dafür gelesen.</translation>
    </message>
    <message>
        <source>Ask them</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: no such call</source>
        <translation>%1: kein solcher Anruf</translation>
    </message>
    <message>
        <source>Select a call to see who is on it; F6 asks Plivo.</source>
        <translation>Wählen Sie einen Anruf aus, um zu sehen, wer darin ist; F6 fragt Plivo.</translation>
    </message>
</context>
<context>
    <name>hangup::DiagnosticsDialog</name>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you paste it. Tokens are removed; read it before you send it.</source>
        <translation>Nichts verlässt diesen Computer, bis Sie es einfügen. Token sind entfernt; lesen Sie den Text, bevor Sie ihn senden.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied. Paste it where it is asked for.</source>
        <translation>Kopiert. Fügen Sie es dort ein, wo danach gefragt wird.</translation>
    </message>
</context>
<context>
    <name>hangup::EmptyList</name>
    <message>
        <source>Add an account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Paste a sample ticket</source>
        <translation>Beispielticket einfügen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Alle Anrufe zeigen</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>Add the Plivo account whose calls you want to end, or practise first: there nothing is real.</source>
        <translation>Fügen Sie das Plivo-Konto hinzu, dessen Anrufe Sie beenden wollen, oder üben Sie zuerst: Dort ist nichts echt.</translation>
    </message>
    <message>
        <source>No calls listed yet</source>
        <translation>Noch keine Anrufe gelistet</translation>
    </message>
    <message>
        <source>Paste the ticket anywhere in this window, drop a text or a file on it, or type one call UUID above. The call UUIDs in it are found by themselves. Nothing is ended until you press the red button and confirm.</source>
        <translation>Fügen Sie das Ticket irgendwo in diesem Fenster ein, ziehen Sie einen Text oder eine Datei darauf, oder tippen Sie oben eine Anruf-UUID. Die Anruf-UUIDs darin werden von selbst gefunden. Nichts wird beendet, bevor Sie den roten Knopf drücken und bestätigen.</translation>
    </message>
    <message>
        <source>No call matches the filter</source>
        <translation>Kein Anruf passt zum Filter</translation>
    </message>
    <message>
        <source>Calls are listed, but the filter hides them all.</source>
        <translation>Anrufe sind gelistet, aber der Filter verbirgt sie alle.</translation>
    </message>
    <message>
        <source>Practise with a sample ticket</source>
        <translation>Mit einem Beispielticket üben</translation>
    </message>
</context>
<context>
    <name>hangup::EndingFlow</name>
    <message>
        <source>That is not the number of calls. Nothing was sent.</source>
        <translation>Das ist nicht die Anzahl der Anrufe. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The account has changed since you were asked. Nothing was sent.</source>
        <translation>Das Konto hat sich seit der Frage geändert. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The list has changed since you were asked. Nothing was sent. Select the calls again.</source>
        <translation>Die Liste hat sich seit der Frage geändert. Nichts wurde gesendet. Wählen Sie die Anrufe erneut aus.</translation>
    </message>
    <message>
        <source>The computer slept since you were asked. Nothing was sent. Are these still the calls?</source>
        <translation>Der Computer war seit der Frage im Ruhezustand. Nichts wurde gesendet. Sind es noch dieselben Anrufe?</translation>
    </message>
    <message>
        <source>This confirmation was used already. Nothing was sent a second time.</source>
        <translation>Diese Bestätigung wurde schon verwendet. Nichts wurde ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>A change of this account is being saved. Nothing was sent; try again in a moment.</source>
        <translation>Eine Änderung dieses Kontos wird gespeichert. Nichts wurde gesendet; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The account&apos;s auth token is not there. Nothing was sent.</source>
        <translation>Das Auth-Token des Kontos fehlt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Hangup is closing. Nothing was sent.</source>
        <translation>Hangup wird geschlossen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>These calls are under way or have ended already. Nothing more was sent.</source>
        <translation>Diese Anrufe sind unterwegs oder schon beendet. Es wurde nichts weiter gesendet.</translation>
    </message>
    <message>
        <source>This call is hidden by the filter.</source>
        <translation>Dieser Anruf ist durch den Filter verborgen.</translation>
    </message>
    <message>
        <source>1 of these calls is hidden by the filter.</source>
        <translation>1 dieser Anrufe ist durch den Filter verborgen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these calls are hidden by the filter.</source>
        <translation>
            <numerusform>%n dieser Anrufe ist durch den Filter verborgen.</numerusform>
            <numerusform>%n dieser Anrufe sind durch den Filter verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 of the selected calls is ended already or under way and is left out.</source>
        <translation>1 der ausgewählten Anrufe ist schon beendet oder unterwegs und wird ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected calls are ended already or under way and are left out.</source>
        <translation>
            <numerusform>%n der ausgewählten Anrufe ist schon beendet oder unterwegs und wird ausgelassen.</numerusform>
            <numerusform>%n der ausgewählten Anrufe sind schon beendet oder unterwegs und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Check the network, then press “Retry failed”.</source>
        <translation>%1 Prüfen Sie das Netz und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A ticket and a reason are required. Nothing was sent; fill in both fields beside the buttons.</source>
        <translation>Ticket und Grund sind Pflicht. Es wurde nichts gesendet; füllen Sie beide Felder neben den Knöpfen aus.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be written. Nothing was sent.</source>
        <translation>Das Journal kann nicht geschrieben werden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 Nothing was sent.</source>
        <translation>%1 Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>1 of them is “Unknown”: Plivo is asked first whether it is still live, and only then is it sent again.</source>
        <translation>1 davon ist „Unbekannt“: Plivo wird zuerst gefragt, ob er noch läuft, und nur dann wird erneut gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are “Unknown”: Plivo is asked first whether they are still live, and only those that are get sent again.</source>
        <translation>
            <numerusform>%n davon ist „Unbekannt“: Plivo wird zuerst gefragt, ob er noch läuft, und nur dann wird erneut gesendet.</numerusform>
            <numerusform>%n davon sind „Unbekannt“: Plivo wird zuerst gefragt, ob sie noch laufen, und nur für diese wird erneut gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: 1 call stays as it is. Nothing was sent.</source>
        <translation>Zurückgenommen: 1 Anruf bleibt, wie er ist. Nichts wurde gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Undone: %n calls stay as they are. Nothing was sent.</source>
        <translation>
            <numerusform>Zurückgenommen: %n Anruf bleibt, wie er ist. Nichts wurde gesendet.</numerusform>
            <numerusform>Zurückgenommen: %n Anrufe bleiben, wie sie sind. Nichts wurde gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some numbers are protected: Plivo is asked for the numbers of each call right before it is ended. Calls with a protected number, or whose numbers can&apos;t be read, are left out.</source>
        <translation>Einige Nummern sind geschützt: Plivo wird unmittelbar vor dem Beenden nach den Nummern jedes Anrufs gefragt. Anrufe mit einer geschützten Nummer oder mit nicht lesbaren Nummern werden ausgelassen.</translation>
    </message>
    <message>
        <source>All of these calls are flagged, and the box was not ticked. Nothing was sent.</source>
        <translation>Alle diese Anrufe sind markiert, und der Haken war nicht gesetzt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Only what Plivo doesn&apos;t know as a call can be cancelled as a request. Nothing was sent.</source>
        <translation>Nur was Plivo nicht als Anruf kennt, kann als Anforderung abgebrochen werden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Each call is looked at once more right before it is ended: one that is over, or has other numbers than before, is left out.</source>
        <translation>Nach jedem Anruf wird direkt vor dem Beenden noch einmal gesehen: Einer, der vorbei ist oder andere Nummern hat als vorher, wird ausgelassen.</translation>
    </message>
    <message>
        <source>The settings for who is cut off have changed since you were asked. Nothing was sent.</source>
        <translation>Die Einstellungen dafür, wer getrennt wird, haben sich seit der Frage geändert. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Your organisation allows at most %1 calls at once. Nothing was sent.</source>
        <translation>Ihre Organisation erlaubt höchstens %1 Anrufe auf einmal. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>hangup::GraceBar</name>
    <message>
        <source>Undo (Esc)</source>
        <translation>Zurücknehmen (Esc)</translation>
    </message>
    <message>
        <source>Undo hang-up</source>
        <translation>Beenden zurücknehmen</translation>
    </message>
    <message>
        <source>About to hang up</source>
        <translation>Gleich wird beendet</translation>
    </message>
    <message>
        <source>1 call on %1 is hung up in %2 s. Nothing has been sent yet.</source>
        <translation>1 Anruf auf %1 wird in %2 s beendet. Noch wurde nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls on %1 are hung up in %2 s. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%n Anruf auf %1 wird in %2 s beendet. Noch wurde nichts gesendet.</numerusform>
            <numerusform>%n Anrufe auf %1 werden in %2 s beendet. Noch wurde nichts gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hangup::HelpWindow</name>
    <message>
        <source>Hangup help</source>
        <translation>Hangup-Hilfe</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>Contents and page</source>
        <translation>Inhalt und Seite</translation>
    </message>
    <message>
        <source>Border between contents and page</source>
        <translation>Grenze zwischen Inhalt und Seite</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächste</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorige</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Nächste Stelle suchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Vorige Stelle suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not in the help.</source>
        <translation>Nicht in der Hilfe.</translation>
    </message>
    <message>
        <source>On from the end.</source>
        <translation>Weiter vom Ende.</translation>
    </message>
    <message>
        <source>On from the beginning.</source>
        <translation>Weiter vom Anfang.</translation>
    </message>
</context>
<context>
    <name>hangup::HistoryBatchModel</name>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Nachgewiesen</translation>
    </message>
</context>
<context>
    <name>hangup::HistoryCallModel</name>
    <message>
        <source>No outcome yet.</source>
        <translation>Noch kein Ergebnis.</translation>
    </message>
    <message>
        <source>Call UUID</source>
        <translation>Anruf-UUID</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Hangup source</source>
        <translation>Aufgelegt von</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Plivo’s words</source>
        <translation>Plivos Worte</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>hangup::HistoryDateField</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>A day, such as 2026-11-24; empty: any. Alt+Down opens a calendar.</source>
        <translation>Ein Tag, etwa 2026-11-24; leer: beliebig. Alt+Pfeil ab öffnet einen Kalender.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendar for “%1”</source>
        <translation>Kalender für „%1“</translation>
    </message>
</context>
<context>
    <name>hangup::HistoryDetails</name>
    <message>
        <source>Plivo’s words:</source>
        <translation>Plivos Worte:</translation>
    </message>
    <message>
        <source>No outcome yet.</source>
        <translation>Noch kein Ergebnis.</translation>
    </message>
    <message>
        <source>Proof:</source>
        <translation>Nachweis:</translation>
    </message>
    <message>
        <source>Confirmed:</source>
        <translation>Bestätigt:</translation>
    </message>
    <message>
        <source>Account:</source>
        <translation>Konto:</translation>
    </message>
    <message>
        <source>Ticket:</source>
        <translation>Ticket:</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>Grund:</translation>
    </message>
    <message>
        <source>Copy text for Plivo’s &amp;support</source>
        <translation>Text für Plivos &amp;Support kopieren</translation>
    </message>
    <message>
        <source>Copy text for Plivo’s support</source>
        <translation>Text für Plivos Support kopieren</translation>
    </message>
    <message>
        <source>One call with every attempt</source>
        <translation>Ein Anruf mit jedem Versuch</translation>
    </message>
    <message>
        <source>Select a call to see every attempt.</source>
        <translation>Wählen Sie einen Anruf, um jeden Versuch zu sehen.</translation>
    </message>
</context>
<context>
    <name>hangup::HistoryFlow</name>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>1 call is saved in “%1”.</source>
        <translation>1 Anruf ist in „%1“ gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls are saved in “%1”.</source>
        <translation>
            <numerusform>%Ln Anruf ist in „%1“ gespeichert.</numerusform>
            <numerusform>%Ln Anrufe sind in „%1“ gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a batch first: the receipt is of one batch.</source>
        <translation>Wählen Sie zuerst einen Durchlauf: Der Beleg gilt für einen Durchlauf.</translation>
    </message>
    <message>
        <source>The receipt could not be made: the journal could not be read.</source>
        <translation>Der Beleg konnte nicht erstellt werden: Das Journal konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The receipt is on the clipboard.</source>
        <translation>Der Beleg ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>“%1” could not be saved.</source>
        <translation>„%1“ konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Save what is removed</source>
        <translation>Entferntes speichern</translation>
    </message>
    <message>
        <source>“%1” could not be saved, so nothing was removed.</source>
        <translation>„%1“ konnte nicht gespeichert werden, darum wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>Nothing was removed: calls are being ended. Try again when they are through.</source>
        <translation>Es wurde nichts entfernt: Es werden gerade Anrufe beendet. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>But the journal could not be changed: nothing was removed.</source>
        <translation>Das Journal konnte aber nicht geändert werden: Es wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>1 event was removed from the journal.</source>
        <translation>1 Ereignis wurde aus dem Journal entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events were removed from the journal.</source>
        <translation>
            <numerusform>%Ln Ereignis wurde aus dem Journal entfernt.</numerusform>
            <numerusform>%Ln Ereignisse wurden aus dem Journal entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hangup::HistoryModel</name>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>hangup::HistoryPage</name>
    <message>
        <source>Batches</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>Show calls of all batches</source>
        <translation>Anrufe aller Durchläufe zeigen</translation>
    </message>
    <message>
        <source>Past calls</source>
        <translation>Frühere Anrufe</translation>
    </message>
    <message>
        <source>Copy &amp;receipt</source>
        <translation>&amp;Beleg kopieren</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>Beleg kopieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Remove old events</source>
        <translation>Alte Ereignisse entfernen</translation>
    </message>
    <message>
        <source>Verify the journal</source>
        <translation>Das Journal prüfen</translation>
    </message>
    <message>
        <source>State of the history</source>
        <translation>Stand des Verlaufs</translation>
    </message>
    <message>
        <source>The receipt of the selected batch, for the ticket (Ctrl+Shift+C)</source>
        <translation>Der Beleg des gewählten Durchlaufs, für das Ticket (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Save the calls shown here in a file</source>
        <translation>Die hier gezeigten Anrufe in einer Datei speichern</translation>
    </message>
    <message>
        <source>Take old batches out of the journal, after an export</source>
        <translation>Alte Durchläufe nach einem Export aus dem Journal nehmen</translation>
    </message>
    <message>
        <source>Check that nothing in the journal was changed</source>
        <translation>Prüfen, dass im Journal nichts verändert wurde</translation>
    </message>
    <message>
        <source>One call</source>
        <translation>Ein Anruf</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>The journal could not be read. The banner of the window says why, if it is known.</source>
        <translation>Das Journal konnte nicht gelesen werden. Das Banner des Fensters sagt, warum, wenn es bekannt ist.</translation>
    </message>
    <message>
        <source>Nothing is on record yet. Each batch that you confirm stands here for good, with what became of its calls.</source>
        <translation>Noch ist nichts verzeichnet. Jeder Durchlauf, den Sie bestätigen, steht hier dauerhaft, mit dem, was aus seinen Anrufen wurde.</translation>
    </message>
    <message>
        <source>No batch fits the search. Clear the search to see them all.</source>
        <translation>Kein Durchlauf passt zur Suche. Leeren Sie die Suche, um alle zu sehen.</translation>
    </message>
    <message>
        <source>The calls of these batches stand here.</source>
        <translation>Hier stehen die Anrufe dieser Durchläufe.</translation>
    </message>
    <message>
        <source>No call fits the search.</source>
        <translation>Kein Anruf passt zur Suche.</translation>
    </message>
    <message>
        <source>Calls of all batches shown</source>
        <translation>Anrufe aller gezeigten Durchläufe</translation>
    </message>
    <message>
        <source>Calls of the batch of %1</source>
        <translation>Anrufe des Durchlaufs vom %1</translation>
    </message>
    <message>
        <source>The journal could not be read.</source>
        <translation>Das Journal konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Batches: %L1. Calls shown: %L2. As of %3.</source>
        <translation>Durchläufe: %L1. Gezeigte Anrufe: %L2. Stand: %3.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>1 call was put into the list. Nothing was sent.</source>
        <translation>1 Anruf wurde in die Liste gestellt. Nichts wurde gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls were put into the list. Nothing was sent.</source>
        <translation>
            <numerusform>%Ln Anruf wurde in die Liste gestellt. Nichts wurde gesendet.</numerusform>
            <numerusform>%Ln Anrufe wurden in die Liste gestellt. Nichts wurde gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in the list already.</source>
        <translation>Sie stehen schon in der Liste.</translation>
    </message>
    <message>
        <source>The text for Plivo’s support is on the clipboard.</source>
        <translation>Der Text für Plivos Support ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>&amp;Copy UUIDs</source>
        <translation>UUIDs &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Put into the list</source>
        <translation>In die &amp;Liste stellen</translation>
    </message>
    <message>
        <source>Copy text for Plivo’s &amp;support</source>
        <translation>Text für Plivos &amp;Support kopieren</translation>
    </message>
    <message>
        <source>Show calls of all &amp;batches</source>
        <translation>Anrufe a&amp;ller Durchläufe zeigen</translation>
    </message>
    <message>
        <source>Co&amp;py receipt</source>
        <translation>Bel&amp;eg kopieren</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Remove ol&amp;d events…</source>
        <translation>Alte Ereignisse ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Verify &amp;journal</source>
        <translation>&amp;Journal prüfen</translation>
    </message>
</context>
<context>
    <name>hangup::HistoryRemovalDialog</name>
    <message>
        <source>Remove old events</source>
        <translation>Alte Ereignisse entfernen</translation>
    </message>
    <message>
        <source>Remove before</source>
        <translation>Entfernen vor</translation>
    </message>
    <message>
        <source>&amp;Export and remove…</source>
        <translation>&amp;Exportieren und entfernen…</translation>
    </message>
    <message>
        <source>Export and remove</source>
        <translation>Exportieren und entfernen</translation>
    </message>
    <message>
        <source>Batches that were confirmed before this day, and are finished, leave the journal. First they are saved in a file that you choose; if that fails, nothing is removed. A record of the removal stays, so that the rest can still be verified. This can&apos;t be undone.</source>
        <translation>Durchläufe, die vor diesem Tag bestätigt wurden und abgeschlossen sind, verlassen das Journal. Zuerst werden sie in einer Datei gespeichert, die Sie wählen; misslingt das, wird nichts entfernt. Ein Vermerk über das Entfernen bleibt, damit der Rest prüfbar ist. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Vor dem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter a day such as 2026-11-24.</source>
        <translation>Geben Sie einen Tag ein, etwa 2026-11-24.</translation>
    </message>
    <message>
        <source>This day is yet to come.</source>
        <translation>Dieser Tag kommt erst noch.</translation>
    </message>
</context>
<context>
    <name>hangup::HistorySearch</name>
    <message>
        <source>Call &amp;UUID</source>
        <translation>Anruf-&amp;UUID</translation>
    </message>
    <message>
        <source>Search call UUID</source>
        <translation>Anruf-UUID suchen</translation>
    </message>
    <message>
        <source>all or part of it</source>
        <translation>ganz oder ein Teil davon</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>Search ticket</source>
        <translation>Ticket suchen</translation>
    </message>
    <message>
        <source>Search account</source>
        <translation>Konto suchen</translation>
    </message>
    <message>
        <source>name or auth ID</source>
        <translation>Name oder Auth-ID</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>Search from</source>
        <translation>Suchen ab</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>B&amp;is</translation>
    </message>
    <message>
        <source>Search to</source>
        <translation>Suchen bis</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Show all batches again</source>
        <translation>Wieder alle Durchläufe zeigen</translation>
    </message>
    <message>
        <source>Clear “%1”</source>
        <translation>„%1“ leeren</translation>
    </message>
    <message>
        <source>Search outcome</source>
        <translation>Ergebnis suchen</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>“%1” is not a day such as 2026-11-24.</source>
        <translation>„%1“ ist kein Tag wie 2026-11-24.</translation>
    </message>
    <message>
        <source>Accou&amp;nt</source>
        <translation>Kont&amp;o</translation>
    </message>
    <message>
        <source>Outco&amp;me</source>
        <translation>Er&amp;gebnis</translation>
    </message>
</context>
<context>
    <name>hangup::IgnoredDialog</name>
    <message>
        <source>What was ignored</source>
        <translation>Was ignoriert wurde</translation>
    </message>
    <message>
        <source>The first %1 of %2 that were left out. The calls found were added all the same.</source>
        <translation>Die ersten %1 von %2, die ausgelassen wurden. Die gefundenen Anrufe wurden trotzdem hinzugefügt.</translation>
    </message>
    <message>
        <source>These looked like ids and were left out. The calls found were added all the same.</source>
        <translation>Diese Stellen sahen wie IDs aus und wurden ausgelassen. Die gefundenen Anrufe wurden trotzdem hinzugefügt.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>hangup::InputBar</name>
    <message>
        <source>A&amp;dd</source>
        <translation>Hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Show what was ignored</source>
        <translation>Ignoriertes anzeigen</translation>
    </message>
    <message>
        <source>Add the calls of this text to the list</source>
        <translation>Die Anrufe dieses Textes zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Type or paste a call UUID first.</source>
        <translation>Tippen Sie zuerst eine Anruf-UUID, oder fügen Sie eine ein.</translation>
    </message>
</context>
<context>
    <name>hangup::InputField</name>
    <message>
        <source>Enter or paste call UUIDs</source>
        <translation>Anruf-UUIDs eingeben oder einfügen</translation>
    </message>
    <message>
        <source>Enter or paste call UUIDs, or drop a ticket anywhere in this window</source>
        <translation>Anruf-UUIDs eingeben oder einfügen, oder ein Ticket ins Fenster ziehen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alle&amp;s auswählen</translation>
    </message>
</context>
<context>
    <name>hangup::Instance</name>
    <message>
        <source>Hangup can&apos;t make its folder %1.</source>
        <translation>Hangup kann seinen Ordner %1 nicht anlegen.</translation>
    </message>
    <message>
        <source>Too many rows to hand over to the window that is open. Nothing was added.</source>
        <translation>Zu viele Zeilen, um sie dem offenen Fenster zu übergeben. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Hangup is running already, but it does not answer. Nothing was added. Close it and try again.</source>
        <translation>Hangup läuft schon, antwortet aber nicht. Nichts wurde hinzugefügt. Schließen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Hangup can&apos;t write to its folder %1.</source>
        <translation>Hangup kann nicht in seinen Ordner %1 schreiben.</translation>
    </message>
    <message>
        <source>Hangup is running already, with another account. Nothing was added. Close it, or start without account options.</source>
        <translation>Hangup läuft schon, mit einem anderen Konto. Nichts wurde hinzugefügt. Schließen Sie es, oder starten Sie ohne Angaben zum Konto.</translation>
    </message>
</context>
<context>
    <name>hangup::LimitGauge</name>
    <message>
        <source>Use of the account&apos;s limit</source>
        <translation>Nutzung des Limits des Kontos</translation>
    </message>
    <message>
        <source>Plivo takes 300 requests in 5 seconds from an account, from all its systems together. Hangup keeps to its share; reading takes at most half of that.</source>
        <translation>Plivo nimmt von einem Konto 300 Anfragen in 5 Sekunden an, von all seinen Systemen zusammen. Hangup hält sich an seinen Anteil; das Lesen nimmt höchstens die Hälfte davon.</translation>
    </message>
</context>
<context>
    <name>hangup::LiveCallModel</name>
    <message>
        <source>Gone</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>Not on the latest list</source>
        <translation>Nicht auf der neuesten Liste</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Its details have not been read yet.</source>
        <translation>Seine Einzelheiten wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The latest list does not have it; but that list was not whole.</source>
        <translation>Auf der neuesten Liste steht er nicht; aber die war nicht vollständig.</translation>
    </message>
    <message>
        <source>It is not live any more.</source>
        <translation>Er läuft nicht mehr.</translation>
    </message>
    <message>
        <source>Plivo did not say when it started.</source>
        <translation>Plivo sagte nicht, wann er begann.</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Begonnen %1</translation>
    </message>
    <message>
        <source>Started %1, which lies in the future: its age is not known.</source>
        <translation>Begonnen %1, das liegt in der Zukunft: Sein Alter ist unbekannt.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Caller name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Looks stuck because …</source>
        <translation>Hängt wohl, denn …</translation>
    </message>
    <message>
        <source>Call UUID</source>
        <translation>Anruf-UUID</translation>
    </message>
    <message>
        <source>Local time. Plivo names no time zone; its times are taken as UTC.</source>
        <translation>Ortszeit. Plivo nennt keine Zeitzone; seine Zeiten gelten als UTC.</translation>
    </message>
    <message>
        <source>Reasons, not a verdict. Which are looked for is in the settings.</source>
        <translation>Gründe, kein Urteil. Welche gesucht werden, steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Not everything that the rules look at is known of this call.</source>
        <translation>Nicht alles, worauf die Regeln sehen, ist von diesem Anruf bekannt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
</context>
<context>
    <name>hangup::LivePage</name>
    <message>
        <source>Select all that look stuc&amp;k</source>
        <translation>Hängend aussehende aus&amp;wählen</translation>
    </message>
    <message>
        <source>Select all that look stuck</source>
        <translation>Hängend aussehende auswählen</translation>
    </message>
    <message>
        <source>Remove calls that are &amp;gone</source>
        <translation>Verschwundene &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove calls that are gone</source>
        <translation>Verschwundene entfernen</translation>
    </message>
    <message>
        <source>Add to &amp;list</source>
        <translation>Zur Lis&amp;te hinzufügen</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>Zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Hang up &amp;selected…</source>
        <translation>Au&amp;swahl beenden…</translation>
    </message>
    <message>
        <source>Hang up selected live calls</source>
        <translation>Ausgewählte laufende Anrufe beenden</translation>
    </message>
    <message>
        <source>State of the live calls</source>
        <translation>Stand der laufenden Anrufe</translation>
    </message>
    <message>
        <source>Those shown with a reason in “Looks stuck because …”. Nothing is sent</source>
        <translation>Die gezeigten mit einem Grund in „Hängt wohl, denn …“. Nichts wird gesendet</translation>
    </message>
    <message>
        <source>Put the selected calls into the list on the page “Calls”. Nothing is sent</source>
        <translation>Setzt die ausgewählten Anrufe auf die Liste der Seite „Anrufe“. Nichts wird gesendet</translation>
    </message>
    <message>
        <source>Live calls</source>
        <translation>Laufende Anrufe</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>Einzelhei&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;UUIDs</source>
        <translation>&amp;UUIDs kopieren</translation>
    </message>
    <message>
        <source>&amp;Add to list</source>
        <translation>Zur &amp;Liste hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Hang up selected…</source>
        <translation>Auswahl &amp;beenden…</translation>
    </message>
    <message>
        <source>Puts the selected calls into the list and asks first; without your confirmation nothing is sent (Ctrl+Enter)</source>
        <translation>Setzt die ausgewählten Anrufe auf die Liste und fragt zuerst; ohne Ihre Bestätigung wird nichts gesendet (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Select calls that are live in the table first (Ctrl+Enter hangs them up)</source>
        <translation>Wählen Sie zuerst laufende Anrufe in der Tabelle aus (Strg+Eingabe beendet sie)</translation>
    </message>
    <message>
        <source>No call fits what is to be shown. Clear “Filter”, choose “All calls”, or press the chosen age once more.</source>
        <translation>Kein Anruf passt zu dem, was gezeigt werden soll. Leeren Sie „Filter“, wählen Sie „Alle Anrufe“, oder drücken Sie das gewählte Alter noch einmal.</translation>
    </message>
    <message>
        <source>Press F5 to read the live calls of this account. That ends nothing.</source>
        <translation>F5 liest die laufenden Anrufe dieses Kontos. Das beendet nichts.</translation>
    </message>
    <message>
        <source>Plivo names no live or queued call with this direction and these numbers.</source>
        <translation>Plivo nennt keinen laufenden oder wartenden Anruf mit dieser Richtung und diesen Nummern.</translation>
    </message>
    <message>
        <source>Plivo names no live or queued call of this account.</source>
        <translation>Plivo nennt keinen laufenden oder wartenden Anruf dieses Kontos.</translation>
    </message>
    <message>
        <source>Take away the rows whose calls are over, or not on the latest list</source>
        <translation>Zeilen wegnehmen, deren Anrufe vorbei oder nicht auf der neuesten Liste sind</translation>
    </message>
    <message>
        <source>Co&amp;py as</source>
        <translation>Ko&amp;pieren als</translation>
    </message>
    <message>
        <source>They are read as soon as this account’s token is there.</source>
        <translation>Sie werden gelesen, sobald das Token dieses Kontos da ist.</translation>
    </message>
    <message>
        <source>Asking Plivo for a new list …</source>
        <translation>Plivo wird nach einer neuen Liste gefragt …</translation>
    </message>
    <message>
        <source>The interval rests: press F5 to ask again.</source>
        <translation>Das Intervall ruht: F5 fragt wieder.</translation>
    </message>
</context>
<context>
    <name>hangup::LiveSearch</name>
    <message>
        <source>Clear “%1”</source>
        <translation>„%1“ leeren</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Richtung</translation>
    </message>
    <message>
        <source>Direction of the live calls</source>
        <translation>Richtung der laufenden Anrufe</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>Live calls from</source>
        <translation>Laufende Anrufe von</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>An (&amp;Ziel)</translation>
    </message>
    <message>
        <source>Live calls to</source>
        <translation>Laufende Anrufe an</translation>
    </message>
    <message>
        <source>Read a&amp;new</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>Read the live calls anew</source>
        <translation>Laufende Anrufe neu lesen</translation>
    </message>
    <message>
        <source>Filter live calls</source>
        <translation>Laufende Anrufe filtern</translation>
    </message>
    <message>
        <source>text in any column</source>
        <translation>Text in einer Spalte</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>Zei&amp;gen</translation>
    </message>
    <message>
        <source>Show live calls</source>
        <translation>Laufende Anrufe zeigen</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>jede Nummer</translation>
    </message>
    <message>
        <source>The whole number, as Plivo writes it; applied with Enter</source>
        <translation>Die ganze Nummer, wie Plivo sie schreibt; mit der Eingabetaste anwenden</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Jede</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>Alle %1 s</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Alle Anrufe</translation>
    </message>
    <message>
        <source>What looks stuck</source>
        <translation>Was hängend aussieht</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>Refresh the live calls</source>
        <translation>Laufende Anrufe aktualisieren</translation>
    </message>
    <message>
        <source>Read the live calls from Plivo now (F5)</source>
        <translation>Die laufenden Anrufe jetzt bei Plivo lesen (F5)</translation>
    </message>
    <message>
        <source>“%1” is no phone number such as 493012345: digits alone, with or without a +. Nothing is asked of Plivo.</source>
        <translation>„%1“ ist keine Telefonnummer wie 493012345: nur Ziffern, mit oder ohne +. Plivo wird nicht gefragt.</translation>
    </message>
</context>
<context>
    <name>hangup::LiveTable</name>
    <message>
        <source>Live calls</source>
        <translation>Laufende Anrufe</translation>
    </message>
</context>
<context>
    <name>hangup::LogModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Plivo says: &quot;%1&quot;</source>
        <translation>Plivo sagt: „%1“</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Plivo’s words</source>
        <translation>Plivos Worte</translation>
    </message>
    <message>
        <source>Plivo’s api_id</source>
        <translation>api_id von Plivo</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
</context>
<context>
    <name>hangup::LogPane</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Protokoll kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Heading of the log</source>
        <translation>Überschrift des Protokolls</translation>
    </message>
    <message>
        <source>Log outcome</source>
        <translation>Ergebnis im Protokoll</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Filter log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>Clear the log filter</source>
        <translation>Protokollfilter leeren</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Die neueste Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Die ausgewählten Zeilen kopieren, oder alle gezeigten</translation>
    </message>
    <message>
        <source>Save the whole log in a file</source>
        <translation>Das ganze Protokoll in einer Datei speichern</translation>
    </message>
</context>
<context>
    <name>hangup::LogTable</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What is sent, and what Plivo answers, stands here line by line.</source>
        <translation>Was gesendet wird und was Plivo antwortet, steht hier Zeile für Zeile.</translation>
    </message>
    <message>
        <source>No line matches the filter.</source>
        <translation>Keine Zeile passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>hangup::MainWindow</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation>Statusleiste</translation>
    </message>
    <message>
        <source>Filter calls</source>
        <translation>Anrufe filtern</translation>
    </message>
    <message>
        <source>Calls and log</source>
        <translation>Anrufe und Protokoll</translation>
    </message>
    <message>
        <source>Border between calls and log</source>
        <translation>Grenze zwischen Anrufen und Protokoll</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Über Qt</translation>
    </message>
    <message>
        <source>This program uses Qt %1, the work of The Qt Company Ltd. and other contributors, under the GNU LGPL version 3.
More at https://www.qt.io and https://www.gnu.org/licenses/lgpl-3.0.html.</source>
        <translation>Dieses Programm verwendet Qt %1, das Werk von The Qt Company Ltd. und anderen Beitragenden, unter der GNU LGPL Version 3.
Mehr unter https://www.qt.io und https://www.gnu.org/licenses/lgpl-3.0.html.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>1 call is under way and stays in the list.</source>
        <translation>1 Anruf ist unterwegs und bleibt in der Liste.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way and stay in the list.</source>
        <translation>
            <numerusform>%n Anruf ist unterwegs und bleibt in der Liste.</numerusform>
            <numerusform>%n Anrufe sind unterwegs und bleiben in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 call was removed from the list. It was not ended by that.</source>
        <translation>1 Anruf wurde aus der Liste entfernt. Er wurde dadurch nicht beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were removed from the list. They were not ended by that.</source>
        <translation>
            <numerusform>%n Anruf wurde aus der Liste entfernt. Er wurde dadurch nicht beendet.</numerusform>
            <numerusform>%n Anrufe wurden aus der Liste entfernt. Sie wurden dadurch nicht beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>This call is no longer in the list.</source>
        <translation>Dieser Anruf ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Gespeichert als „%1“.</translation>
    </message>
    <message>
        <source>%1 (TEST SERVER)</source>
        <translation>%1 (TESTSERVER)</translation>
    </message>
    <message>
        <source>%1 – Hangup</source>
        <translation>%1 – Hangup</translation>
    </message>
    <message>
        <source>%1 of %2 – %3 – Hangup</source>
        <translation>%1 von %2 – %3 – Hangup</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Fill in “Ticket” and “Reason” first: the settings ask for both. Nothing was sent.</source>
        <translation>Füllen Sie zuerst „Ticket“ und „Grund“ aus: Die Einstellungen verlangen beides. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The list of calls (Ctrl+1)</source>
        <translation>Die Liste der Anrufe (Strg+1)</translation>
    </message>
    <message>
        <source>Asking Plivo for the record of 1 call</source>
        <translation>Plivo wird nach dem Datensatz von 1 Anruf gefragt</translation>
    </message>
    <message numerus="yes">
        <source>Asking Plivo for the records of %n calls</source>
        <translation>
            <numerusform>Plivo wird nach dem Datensatz von %n Anruf gefragt</numerusform>
            <numerusform>Plivo wird nach den Datensätzen von %n Anrufen gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages and call details</source>
        <translation>Seiten und Einzelheiten</translation>
    </message>
    <message>
        <source>Border between pages and call details</source>
        <translation>Rand zwischen Seiten und Einzelheiten</translation>
    </message>
    <message>
        <source>Select one call to copy it as a program.</source>
        <translation>Wählen Sie einen Anruf aus, um ihn als Programm zu kopieren.</translation>
    </message>
    <message>
        <source>Live calls</source>
        <translation>Laufende Anrufe</translation>
    </message>
    <message>
        <source>Who is on the calls of the account now (Ctrl+2)</source>
        <translation>Wer jetzt in den Anrufen des Kontos ist (Strg+2)</translation>
    </message>
    <message>
        <source>Past batches, from the journal (Ctrl+3)</source>
        <translation>Vergangene Durchläufe, aus dem Journal (Strg+3)</translation>
    </message>
</context>
<context>
    <name>hangup::NoticeBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>hangup::PauseQuestion</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Nothing more is sent until you choose “Continue” or “Stop” in the menu “Calls”.</source>
        <translation>Es wird nichts weiter gesendet, bis Sie im Menü „Anrufe“ „Fortsetzen“ oder „Stopp“ wählen.</translation>
    </message>
    <message>
        <source>1 call was confirmed and is waiting until you continue.</source>
        <translation>1 Anruf wurde bestätigt und wartet, bis Sie fortsetzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were confirmed and are waiting until you continue.</source>
        <translation>
            <numerusform>%n Anruf wurde bestätigt und wartet, bis Sie fortsetzen.</numerusform>
            <numerusform>%n Anrufe wurden bestätigt und warten, bis Sie fortsetzen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hangup::PolicyBar</name>
    <message>
        <source>Policy of your organisation</source>
        <translation>Vorgaben Ihrer Organisation</translation>
    </message>
    <message>
        <source>What is wrong with the policy</source>
        <translation>Was an den Vorgaben nicht stimmt</translation>
    </message>
</context>
<context>
    <name>hangup::PracticeReply</name>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Operation canceled</source>
        <translation>Vorgang abgebrochen</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
</context>
<context>
    <name>hangup::ProxyBook</name>
    <message>
        <source>proxy %1</source>
        <translation>Proxy %1</translation>
    </message>
    <message>
        <source>The login for the proxy %1 is kept for this session only: %2</source>
        <translation>Die Anmeldung für den Proxy %1 gilt nur für diese Sitzung: %2</translation>
    </message>
</context>
<context>
    <name>hangup::ProxyFlow</name>
    <message>
        <source>The proxy %1 asks for a login. Nothing passes it until then.</source>
        <translation>Der Proxy %1 verlangt eine Anmeldung. Bis dahin lässt er nichts durch.</translation>
    </message>
    <message>
        <source>Enter the login…</source>
        <translation>Anmeldung eingeben…</translation>
    </message>
    <message>
        <source>The login is used from now on. Press “Retry failed” to try again what was not sent.</source>
        <translation>Die Anmeldung wird ab jetzt verwendet. Drücken Sie „Erneut versuchen“ für das, was nicht gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>hangup::ProxyLoginDialog</name>
    <message>
        <source>Proxy login</source>
        <translation>Proxy-Anmeldung</translation>
    </message>
    <message>
        <source>Kept encrypted by the system; Hangup asks it for the login when the proxy does.</source>
        <translation>Vom System verschlüsselt aufbewahrt; Hangup fragt danach, wenn der Proxy sie verlangt.</translation>
    </message>
    <message>
        <source>Forgotten when Hangup is closed.</source>
        <translation>Wird vergessen, wenn Hangup geschlossen wird.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a login before it lets anything through. It is a login of your network, not Plivo&apos;s auth ID and token; it is sent to this proxy alone.</source>
        <translation>Der Proxy %1 verlangt eine Anmeldung, bevor er etwas durchlässt. Es ist eine Anmeldung Ihres Netzes, nicht Auth-ID und Token von Plivo; sie wird nur an diesen Proxy gesendet.</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kennwort</translation>
    </message>
    <message>
        <source>Keep the login</source>
        <translation>Anmeldung aufbewahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use &amp;this login</source>
        <translation>Diese &amp;Anmeldung verwenden</translation>
    </message>
    <message>
        <source>Use this login</source>
        <translation>Diese Anmeldung verwenden</translation>
    </message>
    <message>
        <source>Enter the user&apos;s name.</source>
        <translation>Geben Sie den Benutzernamen ein.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Geben Sie das Kennwort ein.</translation>
    </message>
</context>
<context>
    <name>hangup::ReceiptFlow</name>
    <message>
        <source>No calls were ended on this account yet: there is no receipt.</source>
        <translation>Auf diesem Konto wurden noch keine Anrufe beendet: Es gibt keinen Beleg.</translation>
    </message>
    <message>
        <source>The receipt could not be made: the journal could not be read.</source>
        <translation>Der Beleg konnte nicht erstellt werden: Das Journal konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The receipt of the latest batch is on the clipboard.</source>
        <translation>Der Beleg des letzten Durchlaufs ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The text for Plivo&apos;s support is on the clipboard.</source>
        <translation>Der Text für Plivos Support ist in der Zwischenablage.</translation>
    </message>
    <message numerus="yes">
        <source>The texts for Plivo&apos;s support on %n calls are on the clipboard.</source>
        <translation>
            <numerusform>Der Text für Plivos Support zu %n Anruf ist in der Zwischenablage.</numerusform>
            <numerusform>Die Texte für Plivos Support zu %n Anrufen sind in der Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is being checked…</source>
        <translation>Das Journal wird geprüft…</translation>
    </message>
</context>
<context>
    <name>hangup::Recovery</name>
    <message>
        <source>1 call was on its way when Hangup ended; it may have ended or not.</source>
        <translation>1 Anruf war unterwegs, als Hangup endete; er kann beendet sein oder nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were on their way when Hangup ended; they may have ended or not.</source>
        <translation>
            <numerusform>%n Anruf war unterwegs, als Hangup endete; er kann beendet sein oder nicht.</numerusform>
            <numerusform>%n Anrufe waren unterwegs, als Hangup endete; sie können beendet sein oder nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 call was not sent yet when Hangup ended.</source>
        <translation>1 Anruf war noch nicht gesendet, als Hangup endete.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were not sent yet when Hangup ended.</source>
        <translation>
            <numerusform>%n Anruf war noch nicht gesendet, als Hangup endete.</numerusform>
            <numerusform>%n Anrufe waren noch nicht gesendet, als Hangup endete.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 call had its answer, but it was not shown any more.</source>
        <translation>1 Anruf hatte seine Antwort, aber sie wurde nicht mehr gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls had their answer, but it was not shown any more.</source>
        <translation>
            <numerusform>%n Anruf hatte seine Antwort, aber sie wurde nicht mehr gezeigt.</numerusform>
            <numerusform>%n Anrufe hatten ihre Antwort, aber sie wurde nicht mehr gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Calls of %1 were left open too: switch to that account to see them.</source>
        <translation>Auch Anrufe von %1 blieben offen: Wechseln Sie zu diesem Konto, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Calls of other accounts were left open too: switch to them to see these: %1.</source>
        <translation>Auch Anrufe anderer Konten blieben offen: Wechseln Sie zu ihnen, um sie zu sehen: %1.</translation>
    </message>
</context>
<context>
    <name>hangup::RecoveryDialog</name>
    <message>
        <source>Calls left open</source>
        <translation>Offen gebliebene Anrufe</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>&amp;Put back into the list</source>
        <translation>Zurück in die &amp;Liste</translation>
    </message>
    <message>
        <source>Put back into the list</source>
        <translation>Zurück in die Liste</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Erledigt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asks Plivo what became of them; sends nothing that could end a call</source>
        <translation>Fragt Plivo, was aus ihnen wurde; sendet nichts, was einen Anruf beenden könnte</translation>
    </message>
    <message>
        <source>Adds them to the list; sends nothing</source>
        <translation>Nimmt sie in die Liste auf; sendet nichts</translation>
    </message>
    <message>
        <source>You know enough: they are not shown again. The history keeps them</source>
        <translation>Sie wissen genug: Sie werden nicht mehr gezeigt. Der Verlauf behält sie</translation>
    </message>
    <message>
        <source>They are shown again at the next start</source>
        <translation>Sie werden beim nächsten Start wieder gezeigt</translation>
    </message>
    <message>
        <source>Nothing is sent again by itself.</source>
        <translation>Nichts wird von selbst erneut gesendet.</translation>
    </message>
</context>
<context>
    <name>hangup::RecoveryFlow</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Plivo is being asked; what it says appears under “Proof”. This ends no call.</source>
        <translation>Plivo wird gefragt; die Antwort erscheint unter „Nachweis“. Das beendet keinen Anruf.</translation>
    </message>
    <message>
        <source>They are in the list already.</source>
        <translation>Sie stehen schon in der Liste.</translation>
    </message>
    <message>
        <source>1 call was put back into the list. Nothing was sent.</source>
        <translation>1 Anruf kam zurück in die Liste. Es wurde nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were put back into the list. Nothing was sent.</source>
        <translation>
            <numerusform>%n Anruf kam zurück in die Liste. Es wurde nichts gesendet.</numerusform>
            <numerusform>%n Anrufe kamen zurück in die Liste. Es wurde nichts gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hangup::RecoveryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Call UUID</source>
        <translation>Call UUID</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
</context>
<context>
    <name>hangup::SavingFlow</name>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>hangup::SecretField</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
</context>
<context>
    <name>hangup::Session</name>
    <message>
        <source>The auth token has not the usual 40 characters. If Plivo rejects it, check PLIVO_AUTH_TOKEN.</source>
        <translation>Das Auth-Token hat nicht die üblichen 40 Zeichen. Wenn Plivo es ablehnt, prüfen Sie PLIVO_AUTH_TOKEN.</translation>
    </message>
    <message>
        <source>The settings file could not be understood. It was kept as %1.</source>
        <translation>Die Einstellungsdatei wurde nicht verstanden. Sie wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The settings file could not be read. Nothing is written to it in this session.</source>
        <translation>Die Einstellungsdatei konnte nicht gelesen werden. In dieser Sitzung wird nichts in sie geschrieben.</translation>
    </message>
    <message>
        <source>1 call confirmed for ending on %1 (%2).</source>
        <translation>1 Anruf zum Beenden auf %1 (%2) bestätigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls confirmed for ending on %1 (%2).</source>
        <translation>
            <numerusform>%n Anruf zum Beenden auf %1 (%2) bestätigt.</numerusform>
            <numerusform>%n Anrufe zum Beenden auf %1 (%2) bestätigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Account: %1 (%2).</source>
        <translation>Konto: %1 (%2).</translation>
    </message>
    <message>
        <source>Not understood in the settings file, and left out: %1.</source>
        <translation>In der Einstellungsdatei nicht verstanden und ausgelassen: %1.</translation>
    </message>
    <message>
        <source>%1 The calls that were still waiting were not sent.</source>
        <translation>%1 Die noch wartenden Anrufe wurden nicht gesendet.</translation>
    </message>
    <message>
        <source>1 confirmed call was taken back in time. Nothing was sent.</source>
        <translation>1 bestätigter Anruf wurde rechtzeitig zurückgenommen. Nichts wurde gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed calls were taken back in time. Nothing was sent.</source>
        <translation>
            <numerusform>%n bestätigter Anruf wurde rechtzeitig zurückgenommen. Nichts wurde gesendet.</numerusform>
            <numerusform>%n bestätigte Anrufe wurden rechtzeitig zurückgenommen. Nichts wurde gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your organisation&apos;s policy was read anew.</source>
        <translation>Die Vorgaben Ihrer Organisation wurden neu gelesen.</translation>
    </message>
</context>
<context>
    <name>hangup::SettingsDialog</name>
    <message>
        <source>Colours of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> Anrufe</translation>
    </message>
    <message>
        <source>Show a &amp;notification</source>
        <translation>Be&amp;nachrichtigung zeigen</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Ending calls</source>
        <translation>Anrufe &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>&amp;Share of the account&apos;s limit:</source>
        <translation>&amp;Anteil am Limit des Kontos:</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>S&amp;ilence:</source>
        <translation>&amp;Stille:</translation>
    </message>
    <message>
        <source>An attempt is given up when not a byte has come for so long. The call is then “Unknown”: it may have ended.</source>
        <translation>Ein Versuch wird aufgegeben, wenn so lange kein Byte gekommen ist. Der Anruf ist dann „Unbekannt“: Er ist vielleicht beendet.</translation>
    </message>
    <message>
        <source>&amp;Total:</source>
        <translation>&amp;Gesamt:</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Type the n&amp;umber above:</source>
        <translation>Anzahl &amp;eintippen über:</translation>
    </message>
    <message>
        <source>Before more calls than this are ended at once, their number has to be typed.</source>
        <translation>Bevor mehr Anrufe als diese auf einmal beendet werden, muss ihre Anzahl eingetippt werden.</translation>
    </message>
    <message>
        <source>When a batch ends</source>
        <translation>Wenn ein Durchlauf endet</translation>
    </message>
    <message>
        <source>Show a notification</source>
        <translation>Benachrichtigung zeigen</translation>
    </message>
    <message>
        <source>Only while the window is not in front. It says the numbers, and no call, account or secret.</source>
        <translation>Nur solange das Fenster nicht im Vordergrund ist. Sie nennt die Zahlen, aber weder Anruf noch Konto noch Geheimnis.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>Fa&amp;rben:</translation>
    </message>
    <message>
        <source>Those of the system follow it between light and dark, and keep its high contrast.</source>
        <translation>Die des Systems wechseln mit ihm zwischen hell und dunkel und behalten seinen hohen Kontrast.</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>S&amp;prache:</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Layout:</source>
        <translation>Layout:</translation>
    </message>
    <message>
        <source>Brings columns, log and the window&apos;s size back to how they came. Happens at once.</source>
        <translation>Setzt Spalten, Protokoll und Fenstergröße auf den Anfangszustand zurück. Geschieht sofort.</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>Stan&amp;dardwerte</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Standardwerte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>The layout is as it came.</source>
        <translation>Das Layout ist wieder wie am Anfang.</translation>
    </message>
    <message>
        <source>Raised to %1 s with the silence, and never less than it. An attempt that takes longer in all is given up.</source>
        <translation>Mit der Stille auf %1 s angehoben und nie kürzer als sie. Ein Versuch, der insgesamt länger dauert, wird aufgegeben.</translation>
    </message>
    <message>
        <source>An attempt that takes longer in all is given up. Never less than the silence above.</source>
        <translation>Ein Versuch, der insgesamt länger dauert, wird aufgegeben. Nie kürzer als die Stille darüber.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n requests in any 5 seconds; Plivo allows an account 300, shared with your other systems.</source>
        <translation>
            <numerusform>Höchstens %n Anfrage in 5 Sekunden; Plivo erlaubt einem Konto 300, geteilt mit Ihren anderen Systemen.</numerusform>
            <numerusform>Höchstens %n Anfragen in 5 Sekunden; Plivo erlaubt einem Konto 300, geteilt mit Ihren anderen Systemen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls are under way: pace and deadlines apply to their next attempts, the number to the next confirmation.</source>
        <translation>Anrufe sind unterwegs: Tempo und Fristen gelten für ihre nächsten Versuche, die Anzahl für die nächste Bestätigung.</translation>
    </message>
    <message>
        <source>As&amp;k for ticket and reason before anything is ended</source>
        <translation>Vor jedem Beenden nach &amp;Ticket und Grund fragen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Rec&amp;ord</source>
        <translation>Auf&amp;zeichnung</translation>
    </message>
    <message>
        <source>Ticket and reason</source>
        <translation>Ticket und Grund</translation>
    </message>
    <message>
        <source>Ask for ticket and reason before anything is ended</source>
        <translation>Vor jedem Beenden nach Ticket und Grund fragen</translation>
    </message>
    <message>
        <source>Both stand in the history and in the receipt. Without them nothing is ended then.</source>
        <translation>Beides steht im Verlauf und im Beleg. Ohne sie wird dann nichts beendet.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Ask &amp;Plivo for proof for:</source>
        <translation>&amp;Plivo nach Nachweis fragen:</translation>
    </message>
    <message>
        <source>After a batch Plivo&apos;s record of each call is read, to see who ended it. It takes a while to appear; after so many minutes the question is given up. 0 asks for none.</source>
        <translation>Nach einem Durchlauf wird Plivos Datensatz jedes Anrufs gelesen, um zu sehen, wer ihn beendet hat. Er erscheint erst nach einer Weile; nach so vielen Minuten wird nicht mehr gefragt. Bei 0 wird nie gefragt.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Sa&amp;fety</source>
        <translation>S&amp;icherheit</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Zeit zum Zurücknehmen</translation>
    </message>
    <message>
        <source>W&amp;ait before sending:</source>
        <translation>&amp;Warten vor dem Senden:</translation>
    </message>
    <message>
        <source>After a confirmation a countdown runs, and Esc takes everything back. Nothing is sent before it is over.</source>
        <translation>Nach einer Bestätigung läuft ein Countdown, und Esc nimmt alles zurück. Vorher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Protected numbers</source>
        <translation>Geschützte Nummern</translation>
    </message>
    <message>
        <source>&amp;Never end calls of:</source>
        <translation>&amp;Nie beenden, Anrufe von oder an:</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be a number: it needs a digit or a letter besides * and ?, and nothing invisible.</source>
        <translation>„%1“ kann keine Nummer sein: Außer * und ? braucht es eine Ziffer oder einen Buchstaben und nichts Unsichtbares.</translation>
    </message>
    <message>
        <source>“%1…” is too long: at most %2 characters.</source>
        <translation>„%1…“ ist zu lang: höchstens %2 Zeichen.</translation>
    </message>
    <message>
        <source>These are too many: at most %1.</source>
        <translation>Das sind zu viele: höchstens %1.</translation>
    </message>
    <message>
        <source>A number a line; * stands for any digits, ? for one. With numbers here Plivo is asked for each call&apos;s numbers right before it is ended; it is left out when one is protected, or when they can&apos;t be read.</source>
        <translation>Eine Nummer je Zeile; * steht für beliebige Ziffern, ? für eine. Mit Nummern hier wird Plivo unmittelbar vor dem Beenden nach den Nummern jedes Anrufs gefragt; er wird ausgelassen, wenn eine geschützt ist oder sie nicht lesbar sind.</translation>
    </message>
    <message>
        <source>The other leg is &amp;gone</source>
        <translation>Der andere Teil ist we&amp;g</translation>
    </message>
    <message>
        <source>Same from and to more than on&amp;ce</source>
        <translation>Gleiche Nummern &amp;mehrmals</translation>
    </message>
    <message>
        <source>Li&amp;ve calls</source>
        <translation>La&amp;ufende</translation>
    </message>
    <message>
        <source>Who is cut off</source>
        <translation>Wer getrennt wird</translation>
    </message>
    <message>
        <source>Look again at &amp;up to:</source>
        <translation>Noch einmal nach&amp;sehen bis:</translation>
    </message>
    <message>
        <source>In a batch of at most so many calls each one is looked at right before it is ended. One that is over, or has other numbers than before, is left out.</source>
        <translation>In einem Durchlauf mit höchstens so vielen Anrufen wird nach jedem direkt vor dem Beenden gesehen. Einer, der vorbei ist oder andere Nummern hat als vorher, wird ausgelassen.</translation>
    </message>
    <message>
        <source>Flag calls &amp;younger than:</source>
        <translation>Anrufe markieren, &amp;jünger als:</translation>
    </message>
    <message>
        <source>Young calls, and answered inbound ones, are ended only when a box is ticked in the confirmation.</source>
        <translation>Junge und angenommene eingehende Anrufe werden nur beendet, wenn in der Bestätigung ein Haken gesetzt ist.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read a&amp;new every:</source>
        <translation>Neu l&amp;esen alle:</translation>
    </message>
    <message>
        <source>While the page “Live calls” is in sight. Ending calls always goes first.</source>
        <translation>Solange die Seite „Laufende Anrufe“ zu sehen ist. Anrufe zu beenden geht immer vor.</translation>
    </message>
    <message>
        <source>Looks stuck</source>
        <translation>Sieht hängend aus</translation>
    </message>
    <message>
        <source>Older &amp;than:</source>
        <translation>Äl&amp;ter als:</translation>
    </message>
    <message>
        <source>Plivo itself ends a call after 240 min, unless it was told otherwise.</source>
        <translation>Plivo selbst beendet einen Anruf nach 240 min, wenn ihm nichts anderes gesagt wurde.</translation>
    </message>
    <message>
        <source>&amp;Ringing or queued longer than:</source>
        <translation>K&amp;lingelt oder wartet länger als:</translation>
    </message>
    <message>
        <source>Plivo gives up ringing after 120 s, unless it was told otherwise.</source>
        <translation>Plivo gibt das Klingeln nach 120 s auf, wenn ihm nichts anderes gesagt wurde.</translation>
    </message>
    <message>
        <source>The other leg is gone</source>
        <translation>Der andere Teil ist weg</translation>
    </message>
    <message>
        <source>Same from and to more than once</source>
        <translation>Gleiche Nummern mehrmals</translation>
    </message>
    <message>
        <source>These are reasons to look, never a verdict: nothing is ended because of them.</source>
        <translation>Das sind Gründe nachzusehen, nie ein Urteil: Ihretwegen wird nichts beendet.</translation>
    </message>
</context>
<context>
    <name>hangup::ShortcutsDialog</name>
    <message>
        <source>Add what is typed</source>
        <translation>Eingetipptes hinzufügen</translation>
    </message>
    <message>
        <source>“Hang up all” has no key, on purpose. Delete takes rows out of the list; it never ends a call.</source>
        <translation>„Alle beenden“ hat mit Absicht keine Taste. Entf nimmt Zeilen aus der Liste; es beendet nie einen Anruf.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>hangup::SummaryStrip</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show all calls in the list</source>
        <translation>Alle Anrufe der Liste zeigen</translation>
    </message>
    <message>
        <source>Show calls that nobody asked to end yet</source>
        <translation>Anrufe zeigen, die noch niemand beenden wollte</translation>
    </message>
    <message>
        <source>Show calls that wait or are on their way</source>
        <translation>Anrufe zeigen, die warten oder unterwegs sind</translation>
    </message>
    <message>
        <source>Held by Plivo&apos;s limit until %1</source>
        <translation>Plivos Limit hält an bis %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
</context>
<context>
    <name>hangup::SummaryText</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>hangup::TableHeader</name>
    <message>
        <source>Default columns</source>
        <translation>Standardspalten</translation>
    </message>
</context>
<context>
    <name>hangup::TallyBar</name>
    <message>
        <source>Outcomes as a bar</source>
        <translation>Ergebnisse als Balken</translation>
    </message>
</context>
<context>
    <name>hangup::TextIntake</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What was dropped holds no text. Nothing was added.</source>
        <translation>Das Abgelegte enthält keinen Text. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Nothing was added.</source>
        <translation>Die Zwischenablage enthält keinen Text. Nichts wurde hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%n more files were refused; the log names each.</source>
        <translation>
            <numerusform>%n weitere Datei wurde abgelehnt; das Protokoll nennt sie.</numerusform>
            <numerusform>%n weitere Dateien wurden abgelehnt; das Protokoll nennt jede.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hangup::TicketFields</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The ticket these calls are ended for; kept in the history and shown in the receipt</source>
        <translation>Das Ticket, für das diese Anrufe beendet werden; steht im Verlauf und im Beleg</translation>
    </message>
    <message>
        <source>Why these calls are ended; kept in the history and shown in the receipt</source>
        <translation>Warum diese Anrufe beendet werden; steht im Verlauf und im Beleg</translation>
    </message>
    <message>
        <source>T&amp;icket:</source>
        <translation>T&amp;icket:</translation>
    </message>
    <message>
        <source>Reaso&amp;n:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>Required: without it nothing is ended</source>
        <translation>Pflicht: Ohne Eintrag wird nichts beendet</translation>
    </message>
    <message>
        <source>Optional: kept in the history and shown in the receipt</source>
        <translation>Freiwillig: steht im Verlauf und im Beleg</translation>
    </message>
</context>
<context>
    <name>hangup::TokenNotices</name>
    <message>
        <source>Waiting for the keychain… It may be asking for a password in another window. Until it gives the auth token of “%1”, nothing can be sent.</source>
        <translation>Der Schlüsselbund antwortet noch nicht… Vielleicht fragt er in einem anderen Fenster nach einem Kennwort. Bis er das Auth-Token von „%1“ hergibt, kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The auth token of “%1” is missing.</source>
        <translation>Das Auth-Token von „%1“ fehlt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Enter the token…</source>
        <translation>Token eingeben…</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>hangup::Undo</name>
    <message>
        <source>adding 1 call</source>
        <translation>„1 Anruf hinzufügen“</translation>
    </message>
    <message numerus="yes">
        <source>adding %n calls</source>
        <translation>
            <numerusform>„%n Anruf hinzufügen“</numerusform>
            <numerusform>„%n Anrufe hinzufügen“</numerusform>
        </translation>
    </message>
    <message>
        <source>removing 1 call</source>
        <translation>„1 Anruf entfernen“</translation>
    </message>
    <message numerus="yes">
        <source>removing %n calls</source>
        <translation>
            <numerusform>„%n Anruf entfernen“</numerusform>
            <numerusform>„%n Anrufe entfernen“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hangup::WindowActions</name>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>&amp;Anrufe</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Save list as…</source>
        <translation>Liste &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Save &amp;log as…</source>
        <translation>&amp;Protokoll speichern unter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Programm &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy UUI&amp;Ds</source>
        <translation>&amp;UUIDs kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Remove from &amp;list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alle&amp;s auswählen</translation>
    </message>
    <message>
        <source>&amp;Find calls</source>
        <translation>Anrufe su&amp;chen</translation>
    </message>
    <message>
        <source>Filter lo&amp;g</source>
        <translation>&amp;Protokoll filtern</translation>
    </message>
    <message>
        <source>Show what was &amp;ignored</source>
        <translation>&amp;Ignoriertes anzeigen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>Hang up &amp;selected…</source>
        <translation>Au&amp;swahl beenden…</translation>
    </message>
    <message>
        <source>Hang up &amp;all…</source>
        <translation>&amp;Alle beenden…</translation>
    </message>
    <message>
        <source>&amp;Retry failed…</source>
        <translation>&amp;Erneut versuchen…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Remove &amp;ended from list</source>
        <translation>&amp;Beendete aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Show &amp;only</source>
        <translation>&amp;Nur zeigen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;Listed</source>
        <translation>&amp;Gelistet</translation>
    </message>
    <message>
        <source>&amp;Waiting</source>
        <translation>&amp;Wartend</translation>
    </message>
    <message>
        <source>&amp;Ended</source>
        <translation>&amp;Beendet</translation>
    </message>
    <message>
        <source>&amp;Not live</source>
        <translation>&amp;Nicht aktiv</translation>
    </message>
    <message>
        <source>&amp;Refused</source>
        <translation>Abge&amp;lehnt</translation>
    </message>
    <message>
        <source>&amp;Unknown</source>
        <translation>&amp;Unbekannt</translation>
    </message>
    <message>
        <source>Not &amp;sent</source>
        <translation>Nicht ge&amp;sendet</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>High contrast, l&amp;ight</source>
        <translation>Hoher Kontrast, h&amp;ell</translation>
    </message>
    <message>
        <source>High contrast, d&amp;ark</source>
        <translation>Hoher Kontrast, d&amp;unkel</translation>
    </message>
    <message>
        <source>Hangup &amp;help</source>
        <translation>Hangup-&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Paste a sample ticket</source>
        <translation>&amp;Beispielticket einfügen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics…</source>
        <translation>&amp;Diagnose kopieren…</translation>
    </message>
    <message>
        <source>&amp;About Hangup</source>
        <translation>Übe&amp;r Hangup</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Copy r&amp;eceipt</source>
        <translation>Beleg k&amp;opieren</translation>
    </message>
    <message>
        <source>Copy text for Pli&amp;vo&apos;s support</source>
        <translation>Te&amp;xt für Plivos Support kopieren</translation>
    </message>
    <message>
        <source>Stop asking for &amp;proof</source>
        <translation>Nicht weiter nach Nach&amp;weis fragen</translation>
    </message>
    <message>
        <source>Calls &amp;left open…</source>
        <translation>&amp;Offen gebliebene Anrufe…</translation>
    </message>
    <message>
        <source>C&amp;alls</source>
        <translation>Anr&amp;ufe</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Verify journal</source>
        <translation>&amp;Journal prüfen</translation>
    </message>
    <message>
        <source>The latest batch, as plain text, Markdown and HTML</source>
        <translation>Der letzte Durchlauf, als einfacher Text, Markdown und HTML</translation>
    </message>
    <message>
        <source>No calls were ended on this account since Hangup was started</source>
        <translation>Auf diesem Konto wurden seit dem Start von Hangup keine Anrufe beendet</translation>
    </message>
    <message>
        <source>What Plivo&apos;s support needs to know</source>
        <translation>Was Plivos Support wissen muss</translation>
    </message>
    <message>
        <source>For selected calls that were accepted and are still live</source>
        <translation>Für ausgewählte Anrufe, die angenommen wurden und noch laufen</translation>
    </message>
    <message>
        <source>&amp;Undo hang-up</source>
        <translation>Beenden &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Loo&amp;k up</source>
        <translation>Nac&amp;hsehen</translation>
    </message>
    <message>
        <source>C&amp;opy as</source>
        <translation>Kopieren a&amp;ls</translation>
    </message>
    <message>
        <source>L&amp;ive calls</source>
        <translation>Laufen&amp;de Anrufe</translation>
    </message>
    <message>
        <source>Re&amp;fresh live calls</source>
        <translation>Laufende Anrufe aktualisie&amp;ren</translation>
    </message>
</context>
</TS>
