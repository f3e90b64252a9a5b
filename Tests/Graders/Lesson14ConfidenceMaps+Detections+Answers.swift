import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConfidenceMapsCalls.detections

extension ConfidenceMapsGraders {
    static let detectionMisconceptions: [Misconception] = [
        call.misconception(
            "only cells that share an edge belong together", check: "regions",
            hints: Hints(
                question: "A slanted row of cells that touch at their corners: how many detections "
                    + "are that?",
                concept: "One: CAMELYON16 joins eight neighbours. With four, a slanted metastasis "
                    + "falls into many.",
                step: "mask.connectedComponents(connectivity: .eight).")
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample, touch: { $0 + $1 <= 1 })
        },
        call.misconception(
            "each cell is a detection", check: "regions",
            hints: Hints(
                question: "A metastasis of 300 cells: how many detections do you report?",
                concept:
                    "Cells that touch are one finding. A list with one entry a cell counts one "
                    + "mistake hundreds of times.",
                step: "Number the regions first, then go through the numbers.")
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample, touch: { _, _ in false })
        },
        call.misconception(
            "all cells above the threshold are one detection", check: "regions",
            hints: Hints(
                question: "Two metastases at both ends of the slide: where is the centre of both?",
                concept:
                    "Between them, where there is nothing. Each region has a centre of its own.",
                step: "One detection for each number from 1 to labels.count.")
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample, touch: { _, _ in true })
        },
        call.misconception(
            "the end of a row touches the beginning of the next", check: "regions",
            hints: Hints(
                question: "Which cell comes after the last one of a row?",
                concept: "In memory the first one of the next row; on the slide none at all.",
                step: "Compare columns and rows, not indices in one long array.")
        ) { map, threshold, origin, downsample in
            let width = map.first?.count ?? 0
            return placed(
                map, threshold, origin, downsample,
                touch: { dx, dy in max(dx, dy) <= 1 || dx == width - 1 && dy == 1 })
        },
        call.misconception(
            "a cell that is exactly the threshold belongs to a detection", check: "regions",
            hints: Hints(
                question: "Is 0.5 greater than 0.5?",
                concept: "Greater means greater: a network that cannot decide says exactly 0.5.",
                step: "Write > in place of >=."), isAmbiguous: true
        ) { map, threshold, origin, downsample in
            placed(map, threshold.nextDown, origin, downsample)
        },
        call.misconception(
            "the threshold is always 0.5", check: "regions",
            hints: Hints(
                question: "Where is threshold in your function?",
                concept: "The lesson asks the same map at several thresholds.",
                step: "map { $0 > threshold }.")
        ) { map, _, origin, downsample in placed(map, 0.5, origin, downsample) },
        call.misconception(
            "the corner of a cell is taken for its centre", check: "place",
            hints: Hints(
                question: "A cell is 128 pixels wide. How far from its corner is its centre?",
                concept: "Column 0 reaches from 0 to 1, so its centre is at 1/2. Half a cell is 64 "
                    + "pixels here: enough to miss a small metastasis.",
                step: "Add 0.5 to the mean column and the mean row, before you multiply.")
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample, half: 0)
        },
        call.misconception(
            "half a pixel is added, not half a cell", check: "place",
            hints: Hints(
                question: "Is half a cell half a pixel of level 0?",
                concept: "It is half a downsample.",
                step: "downsample * (mean + 0.5), not downsample * mean + 0.5.")
        ) { map, threshold, origin, downsample in
            let half = BaselinePoint(x: origin.x + 0.5, y: origin.y + 0.5)
            return placed(map, threshold, half, downsample, half: 0)
        },
        call.misconception(
            "the origin of the map is forgotten", check: "place",
            hints: Hints(
                question: "Where on the slide does the map begin?",
                concept: "A dense map begins where its first cell does, and a map of a part of the "
                    + "slide begins anywhere.",
                step: "Add origin.x and origin.y.")
        ) { map, threshold, _, downsample in
            placed(map, threshold, BaselinePoint(x: 0, y: 0), downsample)
        },
        call.misconception(
            "the downsample is forgotten", check: "place",
            hints: Hints(
                question: "In which pixels is your centre: of the map, or of level 0?",
                concept: "A cell of the map is many level-0 pixels wide.",
                step: "origin.x + downsample * (mean + 0.5).")
        ) { map, threshold, origin, _ in placed(map, threshold, origin, 1) },
        call.misconception(
            "the origin is multiplied by the downsample, too", check: "place",
            hints: Hints(
                question: "In which pixels is the origin given?",
                concept: "It is in level-0 pixels already. Only what is counted in cells is "
                    + "multiplied.",
                step: "origin.x + downsample * (...), not downsample * (origin.x + ...).")
        ) { map, threshold, origin, downsample in
            let far = BaselinePoint(x: origin.x * downsample, y: origin.y * downsample)
            return placed(map, threshold, far, downsample)
        },
        call.misconception(
            "x and y are transposed", check: "place",
            hints: Hints(
                question: "map[row][column]: which index is x?",
                concept: "x is the column, y the row. On a square map the mistake goes unnoticed, "
                    + "until somebody looks for the tumour.",
                step: "x from the columns, y from the rows.")
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample, swapped: true)
        },
        call.misconception(
            "the place of the surest cell is taken for the centre", check: "place",
            hints: Hints(
                question: "Which cells does your centre depend on?",
                concept: "On all of the region alike. The surest cell may lie at its rim.",
                step: "The mean of all columns, and of all rows.")
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample, weigh: { $0 == 1 ? 1 : 0 })
        },
        call.misconception(
            "the mean of the places is weighted by the probabilities", check: "place",
            hints: Hints(
                question: "Do sure cells pull your centre towards them?",
                concept: "Each cell of the region counts as one cell.",
                step: "Divide the sum of the columns by the number of cells.")
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample, weigh: { $0 })
        },
        call.misconception(
            "the middle of the bounding box is taken for the centre", check: "place",
            hints: Hints(
                question: "Where is the centre of an L?",
                concept: "The mean of its cells. The box knows only the outermost ones.",
                step: "Sum the columns of all cells, and divide by their number.")
        ) { map, threshold, origin, downsample in
            groups(of: map, above: threshold).map { cells in
                func middle(_ values: [Int]) -> Double {
                    Double((values.min() ?? 0) + (values.max() ?? 0) + 1) / 2
                }
                return PlacedDetection(
                    center: BaselinePoint(
                        x: origin.x + downsample * middle(cells.map(\.column)),
                        y: origin.y + downsample * middle(cells.map(\.row))),
                    probability: cells.map { map[$0.row][$0.column] }.max() ?? 0)
            }.sorted { $0.probability > $1.probability }
        },
        call.misconception(
            "the mean probability of the region", check: "surest",
            hints: Hints(
                question: "A large metastasis with a pale rim: does the rim make it less sure?",
                concept: "How sure the network is that *something* is there, its surest cell says.",
                step: "max() of the probabilities of the region.")
        ) { map, threshold, origin, downsample in
            groups(of: map, above: threshold).map { cells in
                let all = cells.map { map[$0.row][$0.column] }
                return PlacedDetection(
                    center: place(cells.map { ($0.column, $0.row, 1) }, origin, downsample, 0.5),
                    probability: all.reduce(0, +) / Double(all.count))
            }.sorted { $0.probability > $1.probability }
        },
        call.misconception(
            "the least sure comes first", check: "surest",
            hints: Hints(
                question: "In which direction do you sort?",
                concept: "Whoever reads the list begins at the top.",
                step: "sorted { $0.probability > $1.probability }."), isAmbiguous: true
        ) { map, threshold, origin, downsample in
            placed(map, threshold, origin, downsample).reversed()
        },
        call.misconception(
            "every detection has the highest probability of the slide", check: "surest",
            hints: Hints(
                question: "Over which cells do you take the maximum?",
                concept: "Over those of this region alone.",
                step: "Begin with 0 for each region, and look only at cells with its number.")
        ) { map, threshold, origin, downsample in
            let highest = map.joined().max() ?? 0
            return placed(map, threshold, origin, downsample).map {
                PlacedDetection(center: $0.center, probability: highest)
            }
        },
    ]

    /// The right answer, or with a change.
    ///
    /// - Parameters:
    ///   - weigh: what a cell counts, from its probability by the highest of its region.
    private static func placed(
        _ map: [[Double]], _ threshold: Double, _ origin: BaselinePoint, _ downsample: Double,
        half: Double = 0.5, swapped: Bool = false,
        touch: (_ dx: Int, _ dy: Int) -> Bool = { max($0, $1) <= 1 },
        weigh: (Double) -> Double = { _ in 1 }
    ) -> [PlacedDetection] {
        groups(of: map, above: threshold, touch: touch).map { cells in
            let highest = cells.map { map[$0.row][$0.column] }.max() ?? 0
            let weighted = cells.map { cell in
                let weight = weigh(map[cell.row][cell.column] / highest)
                return swapped
                    ? (cell.row, cell.column, weight) : (cell.column, cell.row, weight)
            }
            return PlacedDetection(
                center: place(weighted, origin, downsample, half), probability: highest)
        }.sorted { $0.probability > $1.probability }
    }

    private static func place(
        _ cells: [(x: Int, y: Int, weight: Double)], _ origin: BaselinePoint,
        _ downsample: Double, _ half: Double
    ) -> BaselinePoint {
        let sum = cells.reduce(0) { $0 + $1.weight }
        return BaselinePoint(
            x: origin.x + downsample
                * (half + cells.reduce(0) { $0 + Double($1.x) * $1.weight } / sum),
            y: origin.y + downsample
                * (half + cells.reduce(0) { $0 + Double($1.y) * $1.weight } / sum))
    }
}
