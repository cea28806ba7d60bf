package innerloop.app.lesson;

import innerloop.lesson.Part;

/// What a lesson asks of the window.
public interface LessonHost {

    /// Runs the experiment with these settings; [LessonViewModel#ended] or [LessonViewModel#failed] hears how it went.
    void run(Part.Run run);

    /// Brings something before the eyes.
    void look(Part.Look look);
}
