import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConfidenceMapsCalls.stitch

extension ConfidenceMapsGraders {
    static let stitchMisconceptions: [Misconception] = [
        call.misconception(
            "x and y are transposed", check: "places",
            hints: Hints(
                question: "A patch in column 3 and row 0: where in your map does its number stand?",
                concept: "The map is an array of rows. The first index is the row, y; the second "
                    + "is the column, x. A square map hides the mistake: every number is there, "
                    + "at the wrong place.",
                step: "sums[y][x] with y from patch.row and x from patch.column.")
        ) { patches, side, stride, columns, rows in
            made(
                patches.map {
                    PatchPrediction(
                        column: $0.row, row: $0.column, probability: $0.probability)
                }, columns, rows, reach: reach(side, stride))
        },
        call.misconception(
            "the map is upside down", check: "places",
            hints: Hints(
                question: "Is row 0 of the grid at the top or at the bottom?",
                concept: "Rows of pictures, grids and maps are counted from the top.",
                step: "The row of the map is patch.row + j, without rows - 1 minus it.")
        ) { patches, side, stride, columns, rows in
            let map = made(patches, columns, rows, reach: reach(side, stride))
            return StitchedMap(
                probabilities: map.probabilities.reversed(), covered: map.covered.reversed())
        },
        call.misconception(
            "overlap is overwritten: the last patch wins", check: "overlap",
            hints: Hints(
                question: "Give your function the same patches in another order. Is the map the "
                    + "same?",
                concept: "Each patch that covers a cell has seen it in other surroundings. All of "
                    + "them count the same; the order in which they come must not matter.",
                step: "Add: sums[y][x] += patch.probability and counts[y][x] += 1. Divide at the "
                    + "end.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: reach(side, stride)) { $0.last ?? 0 }
        },
        call.misconception(
            "a patch fills its own cell alone", check: "overlap",
            hints: Hints(
                question: "A patch is four strides wide. How many cells does it say something of?",
                concept: "The network saw all of the patch, not its corner. All cells whose centre "
                    + "lies in it are covered.",
                step: "For j = 0, 1, ... as long as (j + 1/2) * stride < side: the cells "
                    + "patch.column + j, and the same with rows.")
        ) { patches, _, _, columns, rows in
            made(patches, columns, rows, reach: 1)
        },
        call.misconception(
            "patches lie one side apart, though they overlap", check: "overlap",
            hints: Hints(
                question: "Where does the patch in column 1 begin: after `side` pixels, or after "
                    + "`stride` pixels?",
                concept: "The index of a patch counts strides. Counted in sides, the map is drawn "
                    + "apart: everything lies too far to the right and too low.",
                step: "The patch in column c begins in cell c, since a cell is one stride wide.")
        ) { patches, side, stride, columns, rows in
            let factor = max(1, side / stride)
            return made(
                patches.map {
                    PatchPrediction(
                        column: $0.column * factor, row: $0.row * factor,
                        probability: $0.probability)
                }, columns, rows, reach: reach(side, stride))
        },
        call.misconception(
            "each new patch is averaged with what stands there", check: "overlap",
            hints: Hints(
                question:
                    "Three patches with 0, 0 and 1: what does (old + new) / 2 give, one after "
                    + "the other?",
                concept: "It gives the last one half of all weight. A mean of n numbers gives each "
                    + "of them 1/n.",
                step: "Keep sum and number of each cell, and divide once.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: reach(side, stride)) { values in
                values.dropFirst().reduce(values.first ?? 0) { ($0 + $1) / 2 }
            }
        },
        call.misconception(
            "the highest patch counts, not the mean", check: "overlap",
            hints: Hints(
                question: "One of sixteen patches is wrong and says 0.9. What does your cell say?",
                concept: "The mean of many looks is more certain than a single one. The highest of "
                    + "them is the most wrong one.",
                step: "Sum and divide in place of max.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: reach(side, stride)) { $0.max() ?? 0 }
        },
        call.misconception(
            "the probabilities are added, but not divided", check: "overlap",
            hints: Hints(
                question: "Can a probability be 3.2?",
                concept: "Where more patches overlap, the sum is larger. That says nothing about "
                    + "tumour.",
                step: "Count the patches of each cell, and divide the sum by their number.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: reach(side, stride)) { $0.reduce(0, +) }
        },
        call.misconception(
            "every sum is divided by the same number of patches", check: "overlap",
            hints: Hints(
                question: "How many patches cover the cell in the corner of the map?",
                concept: "In the middle as many overlap as fit, (side / stride) squared. At the "
                    + "border, and beside patches that were left out, there are fewer.",
                step: "Divide by the number that you have counted for this cell.")
        ) { patches, side, stride, columns, rows in
            let all = Double(reach(side, stride) * reach(side, stride))
            return made(patches, columns, rows, reach: reach(side, stride)) {
                $0.reduce(0, +) / all
            }
        },
        call.misconception(
            "a patch that touches a cell counts for it", check: "centres",
            hints: Hints(
                question: "A patch of 40 pixels, cells of 32 pixels. How much of the second cell "
                    + "does it cover?",
                concept: "A quarter of it, and not its centre: most of the cell is elsewhere.",
                step: "The j-th cell from the patch's corner has its centre at (j + 1/2) * stride; "
                    + "this must be smaller than side.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: (side + stride - 1) / stride)
        },
        call.misconception(
            "only cells that lie wholly in a patch count", check: "centres",
            hints: Hints(
                question: "A patch of 56 pixels, cells of 32 pixels. How much of the second cell "
                    + "does it cover?",
                concept: "Three quarters, with its centre: that is enough.",
                step: "side / stride cuts off. Ask for (j + 1/2) * stride < side.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: side / stride)
        },
        call.misconception(
            "a centre on the far edge of a patch counts as covered", check: "centres",
            hints: Hints(
                question: "A patch of 96 pixels begins at 0. Does it hold pixel 96?",
                concept: "Its pixels are 0 to 95. What lies exactly at the end belongs to the "
                    + "next.",
                step: "Write < in place of <=."), isAmbiguous: true
        ) { patches, side, stride, columns, rows in
            let reach = (0...side).count { (2 * $0 + 1) * stride <= 2 * side }
            return made(patches, columns, rows, reach: reach)
        },
        call.misconception(
            "where no patch lies, 0 is divided by 0", check: "nothing there",
            hints: Hints(
                question: "What does your map hold on glass?",
                concept:
                    "0 / 0 is not a number. It spreads: a maximum or a mean over such a map is "
                    + "not a number either.",
                step: "counts[y][x] > 0 ? sums[y][x] / counts[y][x] : 0.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: reach(side, stride)) {
                $0.reduce(0, +) / Double($0.count)
            }
        },
        call.misconception(
            "where no patch lies, the network is called undecided: 0.5", check: "nothing there",
            hints: Hints(
                question: "Nobody looked at this glass. Is it half as likely tumour as not?",
                concept:
                    "\"Not looked at\" is no probability. Whether a cell was looked at is what "
                    + "`covered` says; the number is 0 there.",
                step: "counts[y][x] > 0 ? sums[y][x] / counts[y][x] : 0.")
        ) { patches, side, stride, columns, rows in
            made(patches, columns, rows, reach: reach(side, stride)) { values in
                values.isEmpty ? 0.5 : values.reduce(0, +) / Double(values.count)
            }
        },
        call.misconception(
            "a cell with probability 0 is taken for one without a patch", check: "nothing there",
            hints: Hints(
                question: "A patch that is surely healthy: was it looked at?",
                concept: "0 can mean \"surely no tumour\" or \"nobody looked\". Only the number of "
                    + "patches tells these apart.",
                step: "covered: counts > 0, not probability > 0.")
        ) { patches, side, stride, columns, rows in
            let map = made(patches, columns, rows, reach: reach(side, stride))
            return StitchedMap(
                probabilities: map.probabilities,
                covered: map.probabilities.map { $0.map { $0 > 0 } })
        },
        call.misconception(
            "every cell of the map is called covered", check: "nothing there",
            hints: Hints(
                question: "Which cells of your map have no patch?",
                concept:
                    "A slide is mostly glass, and patches of glass are left out. Whoever takes "
                    + "a mean over the map must know which cells to take.",
                step: "covered is counts[y][x] > 0 for each cell.")
        ) { patches, side, stride, columns, rows in
            let map = made(patches, columns, rows, reach: reach(side, stride))
            return StitchedMap(
                probabilities: map.probabilities,
                covered: map.covered.map { $0.map { _ in true } })
        },
    ]

    /// The number of cells along an axis whose centres a patch covers.
    private static func reach(_ side: Int, _ stride: Int) -> Int {
        (0..<side).count { covers(0, $0, side, stride) }
    }

    /// A map in which each cell has what becomes of the probabilities of its patches, in their order.
    private static func made(
        _ patches: [PatchPrediction], _ columns: Int, _ rows: Int, reach: Int,
        of value: ([Double]) -> Double = { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) }
    ) -> StitchedMap {
        let cells = (0..<rows).map { y in
            (0..<columns).map { x in
                patches.filter {
                    $0.column <= x && x < $0.column + reach && $0.row <= y && y < $0.row + reach
                }.map(\.probability)
            }
        }
        return StitchedMap(
            probabilities: cells.map { $0.map(value) },
            covered: cells.map { $0.map { !$0.isEmpty } })
    }
}
