// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/recoverydialog.h"

#include "ui/celldelegate.h"
#include "ui/recoverymodel.h"
#include "ui/recoverywords.h"
#include "ui/steadybutton.h"
#include "ui/tableheader.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int SmallestWidth = 640;
constexpr QSize FirstSize(860, 440);

class RecoveryDelegate final : public CellDelegate
{
public:
    explicit RecoveryDelegate(QObject *parent) : CellDelegate({}, parent) { }

protected:
    CellLook look(const QModelIndex &index, const QPalette &palette) const override
    {
        const QVariant outcome = index.data(RecoveryModel::OutcomeRole);
        if (index.column() == RecoveryModel::OutcomeColumn && outcome.isValid())
            return m_looks.of(static_cast<Outcome>(outcome.toInt()), palette);
        return { .fixed = index.column() == RecoveryModel::UuidColumn };
    }

private:
    mutable OutcomeLooks m_looks;
};

QLabel *sentence(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RecoveryDialog::RecoveryDialog(QWidget *parent)
    : FormDialog(tr("Calls left open"), SmallestWidth, parent), m_model(new RecoveryModel(this)),
      m_text(sentence(this)), m_table(new QTableView(this)), m_elsewhere(sentence(this)), m_told(sentence(this)),
      m_check(new SteadyButton(tr("Chec&k"), tr("Check"), this)),
      m_putBack(new SteadyButton(tr("&Put back into the list"), tr("Put back into the list"), this)),
      m_done(new SteadyButton(tr("&Done"), tr("Done"), this))
{
    auto *close = new SteadyButton(tr("C&lose"), tr("Close"), this);
    m_check->setToolTip(tr("Asks Plivo what became of them; sends nothing that could end a call"));
    m_putBack->setToolTip(tr("Adds them to the list; sends nothing"));
    m_done->setToolTip(tr("You know enough: they are not shown again. The history keeps them"));
    close->setToolTip(tr("They are shown again at the next start"));
    close->setDefault(true);
    buildTable();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addWidget(m_check);
    buttons->addWidget(m_putBack);
    buttons->addStretch(1);
    buttons->addWidget(m_done);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::WideGap);
    layout->addWidget(m_text);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_told);
    layout->addWidget(m_elsewhere);
    layout->addLayout(buttons);
    // Always there, so that nothing moves when it says something.
    m_told->setMinimumHeight(m_told->fontMetrics().height());
    resize(FirstSize);

    connect(m_check, &QPushButton::clicked, this, &RecoveryDialog::checkRequested);
    connect(m_putBack, &QPushButton::clicked, this, &RecoveryDialog::putBackRequested);
    connect(m_done, &QPushButton::clicked, this, [this] {
        Q_EMIT doneRequested();
        accept();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setFocus();
}

void RecoveryDialog::buildTable()
{
    auto *header = new TableHeader({}, RecoveryModel::UuidColumn, m_table);
    m_table->setAccessibleName(tr("Calls left open"));
    m_table->setHorizontalHeader(header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RecoveryDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(theme::rowHeight());
    m_table->verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    const int room = 2 * TableHeader::Padding + theme::Gap;
    const QFontMetrics strong(theme::font(theme::Type::Strong));
    m_table->setColumnWidth(RecoveryModel::TimeColumn,
                            QFontMetrics(theme::font(theme::Type::Body)).horizontalAdvance(u"0000-00-00 00:00:00"_s)
                                + room);
    m_table->setColumnWidth(RecoveryModel::UuidColumn,
                            QFontMetrics(theme::fixedFont()).horizontalAdvance(QString(CallId::Length, u'0')) + room);
    m_table->setColumnWidth(RecoveryModel::OutcomeColumn,
                            strong.horizontalAdvance(u"MMMMMMM"_s) + theme::iconSize() + room);
    m_table->setColumnWidth(RecoveryModel::ProofColumn, strong.horizontalAdvance(u"MMMMMMMM"_s) + room);
    header->setStretchLastSection(true);
}

void RecoveryDialog::show(const QList<HistoryCall> &calls, const QStringList &elsewhere)
{
    m_model->setCalls(calls);
    m_text->setText(recoverywords::leftOpen(calls) + u' ' + tr("Nothing is sent again by itself."));
    m_elsewhere->setText(recoverywords::elsewhere(elsewhere));
    m_elsewhere->setVisible(!elsewhere.isEmpty());
    for (QPushButton *button : { m_check, m_putBack, m_done })
        button->setEnabled(!calls.isEmpty());
}

void RecoveryDialog::tell(const QString &sentence)
{
    m_told->setText(sentence);
    QAccessibleEvent alert(m_told, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace hangup
