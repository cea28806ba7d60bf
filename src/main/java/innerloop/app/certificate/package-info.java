/// Whether the meta-gradient of the open experiment is exact, as a badge.
///
/// [CertificateViewModel] asks for a certificate in the background whenever the experiment has settled and no run is
/// live; [CertificateBadge] shows its newest [Badge].
@NullMarked
package innerloop.app.certificate;

import org.jspecify.annotations.NullMarked;
