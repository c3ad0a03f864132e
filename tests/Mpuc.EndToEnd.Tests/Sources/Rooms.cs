namespace Mpuc.EndToEnd.Tests.Sources;

/// <summary>Holds the folders of a project to an order: a file may use the folders before its own, and none after.</summary>
internal static class Rooms
{
    /// <summary>Names each use against the order, with the file that makes it and one that goes the way that is allowed.</summary>
    /// <param name="order">The folders, each after those that it may use.</param>
    /// <param name="files">The project's files, paths relative to it.</param>
    /// <param name="root">The project's namespace.</param>
    /// <returns>A sentence for each file and folder; none where the order holds.</returns>
    public static IEnumerable<string> AgainstOrder(IReadOnlyList<string> order, IReadOnlyList<SourceFile> files, string root) =>
        from file in files
        from used in RoomsUsed(file, root)
        let room = RoomOf(file)
        where order.IndexOf(used) > order.IndexOf(room)
        let other = files.FirstOrDefault(one => RoomOf(one) == used && RoomsUsed(one, root).Contains(room))
        select $"{file.Path} uses {used}, which comes after {room}" + (other is null ? "" : $"; {other.Path} uses {room}");

    /// <summary>The first folder of a file's path; empty for a file that lies in none.</summary>
    public static string RoomOf(SourceFile file) => file.Path.Contains('/', StringComparison.Ordinal) ? file.Path.Split('/')[0] : "";

    private static IEnumerable<string> RoomsUsed(SourceFile file, string root) => file.Uses
        .Where(name => name.StartsWith(root + ".", StringComparison.Ordinal))
        .Select(name => name[(root.Length + 1)..].Split('.')[0])
        .Where(used => used != RoomOf(file))
        .Distinct();

    private static int IndexOf(this IReadOnlyList<string> order, string room)
    {
        var index = order.ToList().IndexOf(room);
        return index >= 0 ? index : throw new ArgumentException($"The order does not name the folder '{room}'.");
    }
}
