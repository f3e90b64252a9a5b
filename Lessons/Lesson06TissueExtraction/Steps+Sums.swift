import CourseKit
import DeepTeaching
import LessonSlides

/// Step 11: the share of a patch from four sums.
extension TissueCourse {
    func showSums(_ main: SlideRecord, _ view: SlideView) throws {
        try lesson.step("sums") { step in
            step.number("handCount", HandTable.count)
            let dense = PatchGrid(
                side: grid.side, micronsPerPixel: grid.micronsPerPixel,
                stride: max(1, grid.side / 4), minimumTissue: grid.minimumTissue)
            let regions = try dense.patches(on: try main.open()) { _ in true }.map(\.region)
            // listing: TissueCourse.shares
            let shares = RegionShares(view.tissue)
            let summed = regions.map { shares.fraction(of: $0) }
            // end listing
            let counted = regions.map { view.tissue.fraction(of: $0) }
            let side = Int((regions.first?.width ?? 0) / view.overview.downsample)
            step.number("densePatches", regions.count)
            step.number("maskSide", side)
            step.number("wrongLooks", regions.count * side * side)
            step.number("summedLooks", regions.count * 4 + view.tissue.mask.size.area)
            step.number(
                "differentShares", zip(summed, counted).count { abs($0 - $1) > 1e-9 })
        }
    }
}

/// A mask of nine pixels, whose sums one computes by hand.
enum HandTable {
    static var count: Int {
        let rows = ["110", "011", "111"]
        let mask = Mask(size: PixelSize(side: 3), pixels: rows.joined().map { $0 == "1" })
        // listing: HandTable.count
        let table = SummedAreaTable(mask)
        let lowerRight = PixelRectangle(x: 1, y: 1, width: 2, height: 2)
        let count = table.count(in: lowerRight)
        // end listing
        return count
    }
}
