package innerloop.math;

/// Student's t distribution: how far the mean of a few values may be from the true one, in standard errors that were
/// estimated from the same values.
public final class StudentT {

    private static final double[] FEW = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093
    };

    private StudentT() {}

    /// The 97.5 % quantile, which bounds the middle 95 % on both sides. From 20 degrees of freedom on it is the normal
    /// distribution's and three terms of its expansion in their inverse (Fisher and Cornish 1960), exact to four digits.
    ///
    /// @param degrees degrees of freedom, one less than there are values
    public static double quantile(int degrees) {
        if (degrees <= FEW.length) {
            return FEW[degrees - 1];
        }
        double share = 1.0 / degrees;
        return 1.95996 + share * (2.37227 + share * (2.82250 + share * 2.55585));
    }
}
