/// A lesson in the window.
///
/// [LessonViewModel] knows what is answered and what is shown; each question or run has a [GateModel]. It computes values with
/// [innerloop.lesson.Workings] on a thread of its own, and asks a [LessonHost] for what concerns the rest of the window. [LessonPanel]
/// shows a step: [innerloop.app.prose.ProseView] its texts, [GateView] what is to be done.
@NullMarked
package innerloop.app.lesson;

import org.jspecify.annotations.NullMarked;
