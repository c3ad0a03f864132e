using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>What a report lacks.</summary>
/// <param name="Command">The command that makes it; empty where there is none.</param>
internal sealed record Missing(string What, string Command = "")
{
    /// <summary>Writes what is missing.</summary>
    /// <returns>A notice; nothing where nothing is missing.</returns>
    public static Html Notice(IReadOnlyCollection<Missing> missing) => missing.Count == 0 ? Html.None : Html.Of(
        $"<div class=\"notice\" role=\"note\">{missing.Select(one => Html.Of($"<p>{one.What}{(one.Command.Length == 0 ? Html.None : Html.Of($" <code>{one.Command}</code>"))}</p>"))}</div>");
}
