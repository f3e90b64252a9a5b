@main
struct Lesson20Staging {
    static func main() {}
}
