/// The import doctor in the window: what a file is, before it is opened.
///
/// A [DoctorViewModel] reads a file on a thread of its own and holds the [innerloop.io.doctor.Diagnosis]; every choice of a person
/// is another [innerloop.experiment.GraphReading], with which the file is read again. [DoctorSheet] shows it. A small
/// file that is read without a problem opens without a question; the sheet is then one command away.
@NullMarked
package innerloop.app.doctor;

import org.jspecify.annotations.NullMarked;
