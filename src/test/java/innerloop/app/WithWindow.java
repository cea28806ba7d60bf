package innerloop.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A test class that opens windows. There is one screen, one focus and one JavaFX thread, so such classes run one after
/// the other, beside all those that need no window. They come first, since they take longest.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("window")
@Order(1)
public @interface WithWindow {}
