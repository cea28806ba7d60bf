/// Checks of the open experiment while nothing runs ([BackgroundCheck]): whether its meta-gradient is right ([Badge]) and
/// how long a run will take ([ForecastLine]).
@NullMarked
package innerloop.app.checks;

import org.jspecify.annotations.NullMarked;
