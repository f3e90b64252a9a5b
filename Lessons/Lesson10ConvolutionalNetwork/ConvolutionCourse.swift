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
        try showHospitals(data, network)
        try showRegion(network)
        try close()
    }
}

/// One patch of tumour that the steps look at, in grey and in colour.
struct ExamplePatch {
    let image: Image

    /// The patch from 0 (black) to 1 (white), axes [1, height, width, 1].
    let grey: Tensor<Double>

    /// The patch in colour from 0 to 1, axes [1, height, width, 3].
    let color: Tensor<Double>

    init(_ data: PatchData) {
        image = (data.known.first { $0.isTumor } ?? data.known[0]).moved()
        grey = image.grey
        color = Tensor<Float>(images: [image]).doubled
    }
}
