// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace hangup {

/// A sentence beside a field: a hint, a caution, or what is wrong with what stands in it. Hidden while it has nothing
/// to say. Plain text; also the accessible description of its field.
class FieldNote final : public QWidget
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Hint, Caution, Wrong };
    /// @p field: what the sentence is about; may be null.
    FieldNote(QWidget *field, QWidget *parent);
    /// An empty sentence hides it. Something wrong is told to screen readers at once.
    void say(Tone tone, const QString &sentence);
    void clear() { say(Tone::Hint, {}); }
    QString sentence() const;
    bool isWrong() const { return m_tone == Tone::Wrong && !sentence().isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColours();
    QPointer<QWidget> m_field;
    QLabel *m_icon;
    QLabel *m_text;
    Tone m_tone = Tone::Hint;
};

/// Fields one below the other, each with its label before it and its note below it.
class FieldGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldGrid(QWidget *parent);
    /// @p label: with its mnemonic. The field's accessible name is the label without it, unless it has one already.
    FieldNote *add(const QString &label, QWidget *field);
    /// Across both columns.
    void addWide(QWidget *widget);
    /// Below the last field, in its column.
    void addBelow(QWidget *widget);
    /// The columns line up with those of @p other.
    void lineUpWith(FieldGrid *other);

private:
    int labelWidth() const;
    QGridLayout *m_grid;
    int m_row = 0; ///< the next free one
    QList<QLabel *> m_labels;
};

} // namespace hangup
