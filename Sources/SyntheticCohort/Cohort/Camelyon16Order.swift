import DeepTeaching

/// Which slides of a cohort a folder in the layout of CAMELYON16 holds, and what they are called.
///
///     training/normal/normal_001.tif
///     training/tumor/tumor_001.tif        lesion_annotations/tumor_001.xml
///     testing/images/test_001.tif         testing/lesion_annotations/test_001.xml
///     testing/reference.csv
///
/// Every third patient is left for testing, so that no patient is in both parts. CAMELYON16 knows
/// slides without and with micro- or macro-metastases; those with nothing but isolated tumour cells
/// are left out.
///
/// Source: EHTESHAMI BEJNORDI, Babak, et al. Diagnostic assessment of deep learning algorithms for
/// detection of lymph node metastases in women with breast cancer. JAMA, 2017, 318(22), 2199-2210.
struct Camelyon16Order {
    /// Normal slides, slides with a tumour, then test slides, by number.
    let entries: [SlideEntry]

    init(of plan: CohortPlan) {
        var normal: [SyntheticSlide] = []
        var tumor: [SyntheticSlide] = []
        var test: [SyntheticSlide] = []
        for (index, patient) in plan.patients.enumerated() {
            let slides = patient.slides.filter { $0.type != .itc }
            if index % 3 == 1 {
                test += slides
            } else {
                normal += slides.filter { $0.type == .negative }
                tumor += slides.filter { $0.type != .negative }
            }
        }
        // In the order of the patients, neighbours would give each other away.
        var generator = SeededGenerator(seed: plan.seed, stream: "order of the test slides")
        test = generator.shuffled(test)
        entries =
            Self.entries(normal, named: "normal", in: "training/normal", outlines: "")
            + Self.entries(tumor, named: "tumor", in: "training/tumor", outlines: "")
            + Self.entries(test, named: "test", in: "testing/images", outlines: "testing/")
    }

    private static func entries(
        _ slides: [SyntheticSlide], named kind: String, in folder: String, outlines parent: String
    ) -> [SlideEntry] {
        slides.enumerated().map { index, slide in
            let number = String(index + 1)
            let zeros = String(repeating: "0", count: max(0, 3 - number.count))
            let name = "\(kind)_\(zeros)\(number)"
            return SlideEntry(
                slide: slide, name: name, slidePath: "\(folder)/\(name).tif",
                annotationPath: "\(parent)lesion_annotations/\(name).xml")
        }
    }
}

extension SlideEntry {
    /// Whether the slide is one of those that are left for testing in CAMELYON16.
    var isCamelyon16Test: Bool { slidePath.hasPrefix("testing/") }
}
