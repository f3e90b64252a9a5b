import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct ConvolutionCourse {
    let lesson: Lesson
    let source: CohortSource
    let hospitals: Hospitals

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    func teach() throws {
        let data = try showPatches()
        let patch = ExamplePatch(data)
        try showWindow(patch)
        try showMatrix(patch)
        try showPooling(patch)
        try showWayBack(patch)
        let network = try showScale(data)
        let dense = try compareWithDense(data, network)
        try showShift(data, network, dense)
        try showInside(data, network)
        let hardened = try showHospitals(data, network)
        try showRegion(hardened)
        try close()
    }
}

/// One patch of tumour that the steps look at, in grey and in colour.
struct ExamplePatch {
    let image: Image

    /// The patch with the tissue around it.
    private let wide: Image

    /// The patch from 0 (black) to 1 (white), axes [1, height, width, 1].
    let grey: Tensor<Double>

    /// The patch in colour from 0 to 1, axes [1, height, width, 3].
    let color: Tensor<Double>

    init(_ data: PatchData) {
        let example = data.example(isTumor: true)
        wide = example.image
        image = example.moved()
        grey = image.grey
        color = Tensor<Float>(images: [image]).inDouble
    }

    /// What a kernel of up to 17 x 17 sees in the patch; at its border it sees the tissue beyond.
    func seen(through kernel: Tensor<Double>) -> Tensor<Double> {
        let (margin, side) = (WidePatch.margin, image.size.width)
        return wide.grey.seen(through: kernel)
            .slice(margin..<margin + side, axis: 1).slice(margin..<margin + side, axis: 2)
    }
}
