/// Lessons: text, questions, runs and looks at the window in one Markdown file that a teacher writes without Java.
///
/// A lesson goes *predict, run, explain*. What stands after a question or a run is shown once that is answered or over. No answer
/// is written by hand where the engine can compute it: a question names a value, an [Expression], and what is written beside it is
/// only held against it.
///
///     lesson.md ──LessonReader──> Lesson (Steps of Parts) + Complaints with line and column
///     Lesson + its experiment ──Workings──> the values that its expressions name
///     Lesson + Workings ──Rehearsal──> Complaints: runs everything from start to end and holds it against what is written
///
/// A [Glossary] says what words mean; [GlossaryReader] reads it from a Markdown file for each language.
///
/// [MarkdownReader] is the only class that sees the Markdown library; it turns a text into [Prose], which a window shows.
/// A [Source] is where values come from: `explain`, `adapt`, `backward`, `outer`, `run`, `race`, `graph`. The format is described in `docs/lessons.md`.
@NullMarked
package innerloop.lesson;

import org.jspecify.annotations.NullMarked;
