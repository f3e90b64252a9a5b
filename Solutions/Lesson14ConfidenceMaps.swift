import Curriculum
import DeepTeaching

/// Lesson 14, ConfidenceMaps: how sure is the network, everywhere?
///
/// The way of the data: what a network says of patches becomes a map (`stitch`); of a map, peaks
/// (`nonMaximumSuppression`), one number for the whole slide (`slideScore`), and places on the slide with
/// how sure the network is of each (`detections`). Each function stands on its own: none needs another.
///
/// A map is an array of rows: `map[row][column]`. `number.squareRoot()` is the square root of a `Double`.
public enum ConfidenceMapsSolution: ConfidenceMapsContract {
    /// A map of cells, each the mean of all patches that cover its centre.
    ///
    /// Patches are squares of `side` pixels, `stride` pixels apart, so that they overlap where the stride is
    /// smaller than the side. The map has one cell a stride. In pixels, along x (y is the same with rows):
    ///
    ///     patch in grid column c   from  c * stride  to just below  c * stride + side
    ///     centre of map column x         (x + 1/2) * stride
    ///
    ///     p[y][x] = mean of the probabilities of all patches that cover the centre of the cell
    ///
    /// A cell whose centre no patch covers is not covered, and its probability is 0. What a patch covers
    /// beyond the map is left out. The library's own answers are `MapBuilder` and `ConfidenceMap`: do not
    /// use them.
    ///
    /// Example: patches of 64 pixels, 32 apart: each covers two cells along an axis.
    ///
    ///     try stitch(
    ///         [
    ///             PatchPrediction(column: 0, row: 0, probability: 0.25),
    ///             PatchPrediction(column: 1, row: 0, probability: 0.75),
    ///         ], side: 64, stride: 32, columns: 4, rows: 2)
    ///     // probabilities [[0.25, 0.5, 0.75, 0], [0.25, 0.5, 0.75, 0]]
    ///     // covered       [[true, true, true, false], [true, true, true, false]]
    ///
    /// Make the result with `StitchedMap(probabilities:covered:)`.
    ///
    /// Hint: how many patches can reach one cell, and what must you know of them at the end?
    ///
    /// - Parameters:
    ///   - predictions: at most one for each place of the grid, in any order; patches without tissue are
    ///     missing.
    ///   - side: the width and height of a patch in pixels, from 1.
    ///   - stride: the distance from patch to patch in pixels, from 1 to `side`.
    ///   - columns: how many cells the map is wide, from 1.
    ///   - rows: how many cells the map is high, from 1.
    /// - Returns: two arrays, axes [row, column].
    public static func stitch(
        _ predictions: [PatchPrediction], side: Int, stride: Int, columns: Int, rows: Int
    ) throws -> StitchedMap {
        // BEGIN SOLUTION
        var sums = [[Double]](repeating: [Double](repeating: 0, count: columns), count: rows)
        var counts = sums
        // Seen from a patch: its own cell and those that follow, as long as it covers their centres.
        let reached = (0..<side).filter { (Double($0) + 0.5) * Double(stride) < Double(side) }
        for patch in predictions {
            for y in reached.map({ patch.row + $0 }) where y < rows {
                for x in reached.map({ patch.column + $0 }) where x < columns {
                    sums[y][x] += patch.probability
                    counts[y][x] += 1
                }
            }
        }
        return StitchedMap(
            probabilities: zip(sums, counts).map { zip($0, $1).map { $1 > 0 ? $0 / $1 : 0 } },
            covered: counts.map { $0.map { $0 > 0 } })
        // END SOLUTION
    }

    /// The peaks of a map: non-maximum suppression.
    ///
    /// Of all cells whose probability is greater than the threshold, take the highest: it is a peak. It
    /// suppresses all cells within the radius around it. Of the cells that are left take the highest again,
    /// and so on, until none is left.
    ///
    ///     suppressed if  sqrt((x - u)^2 + (y - v)^2) <= radius       (in cells, from centre to centre)
    ///
    /// A cell that was suppressed suppresses nothing. Of cells that are equally high, the one in the upper
    /// row comes first; in the same row, the one further to the left. The library's own answer is
    /// `ConfidenceMap` with its `peaks`: do not use them.
    ///
    /// Example: 0.8 lies one cell from 0.9; 0.7 lies two cells from 0.9.
    ///
    ///     try nonMaximumSuppression([[0.9, 0.8, 0.7, 0.2]], radius: 1, threshold: 0.5)
    ///     // two peaks: column 0 with 0.9, column 2 with 0.7
    ///
    /// Make a peak with `CellPeak(column:row:probability:)`.
    ///
    /// Hint: sort the cells first. Of which cells does it depend whether the next one is a peak?
    ///
    /// - Parameters:
    ///   - map: probabilities from 0 to 1, axes [row, column], all rows of the same length; it may be empty.
    ///   - radius: in cells, from 0; it need not be whole.
    ///   - threshold: what a peak is greater than, from 0.
    /// - Returns: the peaks, the highest first.
    public static func nonMaximumSuppression(
        _ map: [[Double]], radius: Double, threshold: Double
    ) throws -> [CellPeak] {
        // BEGIN SOLUTION
        let cells = map.indices.flatMap { row in
            map[row].indices.filter { map[row][$0] > threshold }.map { column in
                CellPeak(column: column, row: row, probability: map[row][column])
            }
        }
        // Minus the probability: the highest first, but the upper row and the left column first.
        let sorted = cells.sorted { first, second in
            (-first.probability, first.row, first.column)
                < (-second.probability, second.row, second.column)
        }
        var peaks: [CellPeak] = []
        for cell in sorted {
            let isSuppressed = peaks.contains { peak in
                let (dx, dy) = (Double(peak.column - cell.column), Double(peak.row - cell.row))
                return (dx * dx + dy * dy).squareRoot() <= radius
            }
            if !isSuppressed { peaks.append(cell) }
        }
        return peaks
        // END SOLUTION
    }

    /// One number by which slides are sorted: how sure the network is that there is tumour on the slide.
    ///
    /// The mean of the k largest probabilities of the cells with tissue, so that a single cell that is wrong
    /// cannot raise it by more than 1/k:
    ///
    ///     score = (p(1) + p(2) + ... + p(k)) / k,     p(1) >= p(2) >= p(3) >= ...
    ///
    /// If there are fewer than k cells with tissue, it is the mean of all of them; without any, it is 0. A
    /// cell that is not covered says nothing, whatever number it holds. The library's own answers are
    /// `SlideScore` and `ConfidenceMap`: do not use them.
    ///
    /// Example: the cell with 1 is glass.
    ///
    ///     try slideScore(
    ///         probabilities: [[0.25, 0.75], [1, 0.5]],
    ///         covered: [[true, true], [false, true]], largest: 2)
    ///     // 0.625, the mean of 0.75 and 0.5
    ///
    /// Hint: which cells are left out before anything is sorted?
    ///
    /// - Parameters:
    ///   - probabilities: from 0 to 1, axes [row, column]; there may be none.
    ///   - covered: whether the cell holds tissue that the network looked at, the same axes.
    ///   - count: k, how many cells are averaged, from 1.
    /// - Returns: a number from 0 to 1.
    public static func slideScore(
        probabilities: [[Double]], covered: [[Bool]], largest count: Int
    ) throws -> Double {
        // BEGIN SOLUTION
        let seen = zip(probabilities.joined(), covered.joined()).filter { $0.1 }.map { $0.0 }
        let largest = seen.sorted(by: >).prefix(count)
        return largest.isEmpty ? 0 : largest.reduce(0, +) / Double(largest.count)
        // END SOLUTION
    }

    /// The regions of a map above a threshold: where each lies on the slide, and how sure the network is.
    ///
    /// Cells whose probability is greater than the threshold belong together if they share an edge or a
    /// corner. With the n cells (x, y) of a region:
    ///
    ///     center.x = origin.x + downsample * (mean of x + 1/2)
    ///     center.y = origin.y + downsample * (mean of y + 1/2)       (in level-0 pixels)
    ///     probability = the highest of its cells
    ///
    /// `x` is the column and `y` the row of a cell, whose centre lies half a cell further; `origin` is the
    /// top left corner of the map on the slide, and a cell is `downsample` level-0 pixels wide and high.
    ///
    /// The regions are not the exercise: make a mask with `Mask(size:pixels:)`, its size with
    /// `PixelSize(width:height:)`, and call `mask.connectedComponents(connectivity: .eight)`. In what it
    /// returns, `count` is the number of regions, and `[x: x, y: y]` is 0 for background and else the number
    /// of the region, from 1 to `count`. The library's own answers are `ConfidenceMap` and its `Detection`;
    /// `Region`, `regions` and `RasterFrame` know the centre and the frame. Do not use these five.
    ///
    /// Example: two cells that share an edge, and one alone.
    ///
    ///     try detections(
    ///         in: [[0.6, 0.8, 0.1, 0.1], [0.1, 0.1, 0.1, 0.9]], threshold: 0.5,
    ///         origin: BaselinePoint(x: 100, y: 200), downsample: 32)
    ///     // center (212, 248) with 0.9; center (132, 216) with 0.8
    ///
    /// Make a detection with `PlacedDetection(center:probability:)`, its center with `BaselinePoint(x:y:)`.
    ///
    /// Hint: where on the slide is the centre of the top left cell?
    ///
    /// - Parameters:
    ///   - map: probabilities from 0 to 1, axes [row, column], all rows of the same length; 0 where nothing
    ///     was looked at. It may be empty.
    ///   - threshold: what a cell of tumour is greater than, from 0.
    ///   - origin: the corner of the map, in level-0 pixels.
    ///   - downsample: level-0 pixels a cell, above 0.
    /// - Returns: the surest first; no two are equally sure.
    public static func detections(
        in map: [[Double]], threshold: Double, origin: BaselinePoint, downsample: Double
    ) throws -> [PlacedDetection] {
        // BEGIN SOLUTION
        let size = PixelSize(width: map.first?.count ?? 0, height: map.count)
        let mask = Mask(size: size, pixels: map.joined().map { $0 > threshold })
        let labels = mask.connectedComponents(connectivity: .eight)
        let found = (0..<labels.count).map { index in
            var (cells, x, y, highest) = (0.0, 0.0, 0.0, 0.0)
            for row in map.indices {
                for column in map[row].indices where labels[x: column, y: row] == index + 1 {
                    cells += 1
                    x += Double(column) + 0.5
                    y += Double(row) + 0.5
                    highest = max(highest, map[row][column])
                }
            }
            return PlacedDetection(
                center: BaselinePoint(
                    x: origin.x + downsample * x / cells, y: origin.y + downsample * y / cells),
                probability: highest)
        }
        return found.sorted { $0.probability > $1.probability }
        // END SOLUTION
    }
}
