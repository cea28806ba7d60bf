/// Automatic differentiation as graph transformation.
@NullMarked
package innerloop.autodiff;

import org.jspecify.annotations.NullMarked;
