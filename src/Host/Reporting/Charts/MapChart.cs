namespace Mpuc.Host.Reporting.Charts;

/// <summary>Recordings as points of a plane.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="By">What decides a point's colour.</param>
/// <param name="Groups">The names of the colours.</param>
/// <param name="Points">The recordings.</param>
internal sealed record MapChart(string X, string Y, string By, IReadOnlyList<string> Groups, IReadOnlyList<MapPoint> Points) : Chart("map")
{
    /// <summary>What a recording is called that none of the groups holds.</summary>
    public required string Rest { get; init; }

    /// <summary>Whether there is such a recording.</summary>
    public bool HasRest => Points.Any(point => point.Group < 0);

    /// <summary>What a point says besides.</summary>
    public required string Other { get; init; }
}

/// <summary>A recording.</summary>
/// <param name="X">Its place.</param>
/// <param name="Y">Its place.</param>
/// <param name="Group">The place of its group's name; -1 for none.</param>
/// <param name="Side">Its side of the split.</param>
/// <param name="Id">Its id.</param>
/// <param name="Other">What it says besides.</param>
internal sealed record MapPoint(double X, double Y, int Group, string Side, string Id, string Other);
