import DeepTeaching

/// How large a cohort is: the resolution and the section of its slides, and its patients.
///
/// Every patient has five slides, one of each of five lymph nodes, as in CAMELYON17.
public struct CohortProfile: Sendable, Equatable, Codable {
    /// What the profile is called in commands and folder names.
    public let name: String

    /// Micrometres that one pixel of level 0 covers, along both axes.
    public let micronsPerPixel: Double

    /// Width and height of the slides, in pixels of level 0.
    public let slideSize: PixelSize

    /// The number of patients in each centre, from centre 0 on.
    public let patientsPerCenter: [Int]

    /// The width and height of the file's tiles, in pixels.
    public let tileSide: Int

    /// Stages that occur at least once, as far as there are patients.
    public let guaranteedStages: [PNStage]

    /// A profile from a section in millimetres; pixel counts are rounded up to multiples of 16, so
    /// that the first levels halve exactly.
    public init(
        name: String, micronsPerPixel: Double, sectionMillimeters: (width: Double, height: Double),
        patientsPerCenter: [Int], tileSide: Int, guaranteedStages: [PNStage] = PNStage.allCases
    ) {
        func pixels(_ millimeters: Double) -> Int {
            16 * Int((millimeters * 1000 / micronsPerPixel / 16).rounded(.up))
        }
        self.name = name
        self.micronsPerPixel = micronsPerPixel
        slideSize = PixelSize(
            width: pixels(sectionMillimeters.width), height: pixels(sectionMillimeters.height))
        self.patientsPerCenter = patientsPerCenter
        self.tileSide = tileSide
        self.guaranteedStages = guaranteedStages
    }

    /// Two patients of tiny slides, for tests: 4 micrometres a pixel, 4 x 3 mm.
    public static let nano = CohortProfile(
        name: "nano", micronsPerPixel: 4, sectionMillimeters: (4, 3), patientsPerCenter: [1, 1],
        tileSide: 256, guaranteedStages: [.pN1])

    /// Twenty patients of five centres, for lessons: 1.94 micrometres a pixel, 8 x 6 mm.
    public static let small = CohortProfile(
        name: "small", micronsPerPixel: 1.94, sectionMillimeters: (8, 6),
        patientsPerCenter: [4, 4, 4, 4, 4], tileSide: 256)

    /// A hundred patients: 0.972 micrometres a pixel, 10 x 8 mm.
    public static let medium = CohortProfile(
        name: "medium", micronsPerPixel: 0.972, sectionMillimeters: (10, 8),
        patientsPerCenter: [20, 20, 20, 20, 20], tileSide: 512)

    /// A hundred patients at a scanner's full resolution: 0.243 micrometres a pixel, 20 x 15 mm.
    public static let full = CohortProfile(
        name: "full", micronsPerPixel: 0.243, sectionMillimeters: (20, 15),
        patientsPerCenter: [20, 20, 20, 20, 20], tileSide: 512)

    /// The profiles that the commands know by name.
    public static let all = [nano, small, medium, full]

    /// The width of the section in micrometres.
    var sectionWidth: Double { Double(slideSize.width) * micronsPerPixel }

    /// The height of the section in micrometres.
    var sectionHeight: Double { Double(slideSize.height) * micronsPerPixel }
}
