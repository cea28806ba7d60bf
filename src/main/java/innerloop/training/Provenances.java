package innerloop.training;

import innerloop.nn.Parameters;
import innerloop.training.RunRecord.Provenance;

/// Finds the versions and the machine a run is made with.
final class Provenances {

    private Provenances() {}

    static Provenance of(
            ExperimentSetup setup,
            int threads,
            Parameters parameters,
            String started,
            double seconds) {
        return new Provenance(
                Provenance.VERSION,
                setup.backend().name(),
                threads,
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                setup.graph().contentHash(),
                setup.experiment().split().shortHash(),
                parameters.sha256(),
                started,
                seconds);
    }
}
