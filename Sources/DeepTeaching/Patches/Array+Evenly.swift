extension Array {
    /// At most `count` elements, at even distances.
    func evenly(_ count: Int) -> [Element] {
        if self.count <= count { return self }
        return (0..<count).map { self[$0 * self.count / count] }
    }
}
