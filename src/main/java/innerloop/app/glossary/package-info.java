/// The glossary in the window.
///
/// [GlossaryViewModel] knows the [innerloop.lesson.Glossary], finds words in it ([Ranking]) and remembers where a reader came from.
/// [GlossarySheet] shows list and entry, [EntryPopOver] an entry in short beside a control. A [Topic] says of any part of
/// the window what it is about, so that F1 knows what to explain.
@NullMarked
package innerloop.app.glossary;

import org.jspecify.annotations.NullMarked;
