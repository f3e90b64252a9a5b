@main
struct Course {
    static func main() {}
}
