extension GeoJSONObject {
    /// The areas of the feature, and what is odd about it.
    ///
    /// - Parameter number: the place of the feature in the file, from 1.
    /// - Throws: `GeoJSONProblem`.
    func feature(number: Int) throws -> (feature: GeoJSONFeature, warnings: [AnnotationWarning]) {
        guard type == "Feature" else { throw GeoJSONProblem.notAFeature(type) }
        let name = properties?.name ?? ""
        func warning(_ oddity: AnnotationWarning.FeatureOddity) -> AnnotationWarning {
            .feature(number: number, annotation: name, oddity)
        }
        if let unknown = geometry?.unknownTypes.first {
            throw GeoJSONProblem.unknownGeometry(unknown)
        }
        var oddities = geometry?.openTypes.map(AnnotationWarning.FeatureOddity.noOutline) ?? []
        var areas: [Polygon<BaselinePoint>] = []
        for rings in geometry?.polygons ?? [] {
            let sound = try rings.map(Self.ring)
            let exterior = sound.first ?? []
            guard exterior.enclosesArea else {
                oddities.append(.noArea(corners: exterior.count))
                continue
            }
            let holes = sound.dropFirst()
            oddities += holes.filter { !$0.enclosesArea }.map { .noArea(corners: $0.count) }
            areas.append(Polygon(exterior: exterior, holes: holes.filter(\.enclosesArea)))
        }
        if areas.isEmpty && oddities.isEmpty { oddities.append(.noGeometry) }
        let feature = GeoJSONFeature(
            name: name, classification: properties?.classification?.title,
            color: try properties?.classification?.rgb(), objectType: objectType, areas: areas)
        return (feature, oddities.map(warning))
    }

    private var objectType: GeoJSONFeature.ObjectType {
        ["detection", "cell", "tile"].contains(properties?.objectType ?? "")
            ? .detection : .annotation
    }

    /// The corners of a ring, without the last, which repeats the first.
    private static func ring(_ positions: [[Double]]) throws -> [BaselinePoint] {
        guard positions.count <= GeoJSONFile.maximumCorners else {
            throw GeoJSONProblem.ringTooLong(
                corners: positions.count, limit: GeoJSONFile.maximumCorners)
        }
        let corners = try positions.map { position in
            // A third number, the height, means nothing on a slide.
            guard position.count == 2 || position.count == 3 else {
                throw GeoJSONProblem.wrongPosition(numbers: position.count)
            }
            for number in position.prefix(2) where !(abs(number) <= BaselinePoint.reach) {
                throw GeoJSONProblem.outOfReach(number)
            }
            return BaselinePoint(x: position[0], y: position[1])
        }
        guard corners.first == corners.last else {
            throw GeoJSONProblem.openRing(corners: corners.count)
        }
        return corners.dropLast()
    }
}

extension GeoJSONObject.Classification {
    /// The name of the class; nil if it has none.
    fileprivate var title: String? {
        let title = name ?? names?.joined(separator: ": ") ?? ""
        return title.isEmpty ? nil : title
    }

    fileprivate func rgb() throws -> RGB? {
        guard let color else { return nil }
        let bytes = color.compactMap(UInt8.init(exactly:))
        guard color.count == 3, bytes.count == 3 else { throw GeoJSONProblem.wrongColor(color) }
        return RGB(bytes[0], bytes[1], bytes[2])
    }
}
