/* SPDX-FileCopyrightText: 2026 The Hangup authors */
/* SPDX-License-Identifier: MIT */

/* trust.exe FILE.der: puts a certificate into the user's store of authorities, for the test of the installers. */
#include <windows.h>
#include <wincrypt.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    static unsigned char bytes[65536];
    FILE *const file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    const DWORD size = file ? (DWORD)fread(bytes, 1, sizeof bytes, file) : 0;
    const HCERTSTORE store = CertOpenStore(CERT_STORE_PROV_SYSTEM_A, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, "ROOT");
    if (size == 0 || !store)
        return 2;
    if (!CertAddEncodedCertificateToStore(store, X509_ASN_ENCODING, bytes, size, CERT_STORE_ADD_REPLACE_EXISTING, NULL))
        return 1;
    CertCloseStore(store, 0);
    puts("added");
    return 0;
}
