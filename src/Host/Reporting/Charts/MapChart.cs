namespace Mpuc.Host.Reporting.Charts;

/// <summary>Recordings as points of a plane.</summary>
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
/// <param name="Group">The place of its group's name; -1 for none.</param>
internal sealed record MapPoint(double X, double Y, int Group, string Side, string Id, string Other);
