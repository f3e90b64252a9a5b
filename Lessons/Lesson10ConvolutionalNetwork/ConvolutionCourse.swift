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
        let patch = ExamplePatch(data, grid: source.grid)
        try showWindow(patch)
        try showMatrix(patch)
        try showPooling(patch)
        try showWayBack(patch)
        let first = try showScale(data)
        let (networks, dense) = try compareWithDense(data, first)
        try showShift(data, first, dense)
        try showInside(data, first)
        try showHospitals(data, networks)
        try showRegion(first)
        try close()
    }

    /// How all networks of the lesson learn: from the same patches, as often, in the same way. Colours
    /// are changed only where the lesson speaks of it.
    static let training = {
        var training = PatchTraining()
        training.augmentation = .turnsOnly
        return training
    }()

    func close() throws {
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.convolutionalNetwork.exerciseRows)
        }
    }

    /// How many times as wide and high a patch is drawn, if it is to be so many pixels wide.
    func enlargement(to width: Int) -> Int { max(1, width / source.grid.side) }
}

/// One patch of tumour that the steps look at, in grey and in colour.
struct ExamplePatch {
    let image: Image

    /// The patch from 0 (black) to 1 (white), axes [1, height, width, 1].
    let gray: Tensor<Double>

    /// The patch in colour from 0 to 1, axes [1, height, width, 3].
    let color: Tensor<Double>

    /// Where bright edges on the left turn dark on the right, and where dark spots are: what two
    /// kernels find in the patch.
    let (edges, spots): (Tensor<Double>, Tensor<Double>)

    init(_ data: PatchData, grid: PatchGrid) {
        let example = data.example(isTumor: true)
        image = example.moved()
        gray = image.gray
        color = Tensor<Float>(images: [image]).inDouble
        // At its border a patch is seen with the tissue beyond, not with zeros.
        let inside = WidePatch.margin..<WidePatch.margin + grid.side
        (edges, spots) = (
            example.image.gray.seen(through: Kernels.edge).slice(inside, axis: 1)
                .slice(inside, axis: 2),
            example.image.gray.seen(through: Kernels.spot(micronsPerPixel: grid.micronsPerPixel))
                .slice(inside, axis: 1).slice(inside, axis: 2)
        )
    }
}
