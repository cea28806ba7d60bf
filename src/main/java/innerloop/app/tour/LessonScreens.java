package innerloop.app.tour;

import innerloop.app.drive.FxThread;
import innerloop.lesson.LessonFiles;
import java.io.IOException;

/// Pictures of a lesson: its first step, an answer with its explanation, and the recipe that it locks.
final class LessonScreens {

    private static final long OPENING_MILLISECONDS = 30_000;

    private final Hand hand;

    LessonScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        FxThread.run(() ->
                hand.workbench()
                        .open(LessonFiles.lessons().resolve("convolution").resolve("lesson.md")));
        FxThread.await(() -> hand.find("lesson-field-1-1").isPresent(), OPENING_MILLISECONDS);
        hand.picture("lesson");
        hand.type("lesson-field-1-1", "15");
        hand.click("lesson-check-1-1");
        FxThread.await(() -> hand.find("lesson-show-1-1").isPresent(), OPENING_MILLISECONDS);
        hand.click("lesson-hint-1-1");
        hand.type("lesson-field-1-1", "16");
        hand.click("lesson-check-1-1");
        FxThread.await(() -> hand.find("lesson-field-1-2").isPresent(), OPENING_MILLISECONDS);
        hand.type("lesson-field-1-2", "17");
        hand.click("lesson-check-1-2");
        FxThread.await(
                () -> hand.find("lesson-next").filter(next -> !next.isDisabled()).isPresent(),
                OPENING_MILLISECONDS);
        hand.click("lesson-next");
        FxThread.await(() -> hand.find("lesson-option-2-1-1").isPresent(), OPENING_MILLISECONDS);
        hand.click("lesson-option-2-1-2");
        hand.dark();
        hand.picture("lesson-wrong-dark");
        hand.light();
        hand.click("lesson-side-RECIPE");
        hand.picture("lesson-locked");
        hand.click("lesson-side-LESSON");
        hand.click("lesson-close");
    }
}
