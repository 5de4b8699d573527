// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A window of Qt's with nothing in it: what `hangup` is measured against. Prints when it is painted.
#include "painted.h"

#include <QMainWindow>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1280, 720);
    const hangup::bench::PaintedReport report(&window);
    window.show();
    return QApplication::exec();
}
