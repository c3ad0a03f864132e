namespace Mpuc.Host.Reporting.Charts;

/// <summary>What a chart shows, as the page's script reads it.</summary>
/// <param name="Kind">The drawing in the script: <c>lines</c>, <c>bars</c>, <c>matrix</c> or <c>map</c>.</param>
internal abstract record Chart(string Kind);
