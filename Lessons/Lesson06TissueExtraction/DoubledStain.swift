import CourseKit
import DeepTeaching

/// The same tissue with twice as much stain in it, as where a section lies double.
enum DoubledStain {
    /// The colour of twice as much stain on glass of the brightness 240.
    static func color(_ once: RGB) -> RGB {
        // listing: DoubledStain.color
        func twice(_ byte: UInt8) -> UInt8 {
            let passing = min(1, Double(byte) / 240)
            return UInt8(240 * passing * passing)
        }
        // end listing
        return RGB(twice(once.red), twice(once.green), twice(once.blue))
    }

    /// A measure of one colour.
    static func value(_ measure: TissueMeasure, of color: RGB) -> Double {
        Double(measure.values(of: Image(size: PixelSize(side: 1), color: color)).values[0])
    }
}
