import DeepTeaching

/// In which folders, and under which names, a cohort lies on the disk.
public enum CohortLayout: String, Sendable, Codable, CaseIterable {
    /// As in CAMELYON17: patients with five slides each, and a table of their stages.
    case camelyon17

    /// As in CAMELYON16: slides without patients, normal ones and such with a tumour, and test
    /// slides whose truth stands in a table of its own.
    case camelyon16

    /// The slides of a cohort as they lie in the folder.
    func entries(of plan: CohortPlan) -> [SlideEntry] {
        switch self {
        case .camelyon17: plan.slides.map(SlideEntry.init(inCamelyon17:))
        case .camelyon16: Camelyon16Order(of: plan).entries
        }
    }

    /// What the slides may be labelled; others have no place in this layout.
    var labels: [MetastasisType] {
        switch self {
        case .camelyon17: MetastasisType.allCases
        case .camelyon16: [.negative, .micro, .macro]
        }
    }

    /// Which slides stand in the table of labels.
    func labeled(_ entries: [SlideEntry]) -> [SlideEntry] {
        switch self {
        case .camelyon17: entries
        case .camelyon16: entries.filter(\.isCamelyon16Test)
        }
    }

    /// The table of labels: where it lies, and its text.
    ///
    /// - Parameter wrongLabels: types by name that the table gives instead of the true ones.
    func labelTable(
        of plan: CohortPlan, wrongLabels: [String: MetastasisType]
    ) -> (path: String, text: String) {
        switch self {
        case .camelyon17:
            ("stage_labels.csv", StageTable(plan: plan, wrongLabels: wrongLabels).text)
        case .camelyon16:
            (
                "testing/reference.csv",
                ReferenceTable(entries: labeled(entries(of: plan)), wrongLabels: wrongLabels).text
            )
        }
    }

    /// The value of a mask in holes of a metastasis: masks of CAMELYON17 count them to the
    /// background, those of CAMELYON16 tell them apart.
    var maskValueOfHoles: UInt8 {
        switch self {
        case .camelyon17: 0
        case .camelyon16: 2
        }
    }
}

extension SlideEntry {
    init(inCamelyon17 slide: SyntheticSlide) {
        self.init(
            slide: slide, name: slide.name, slidePath: slide.slidePath,
            annotationPath: slide.annotationPath)
    }
}
