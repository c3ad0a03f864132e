namespace Mpuc.Plugins.Audio.Summaries;

/// <summary>What a recording's frames become.</summary>
internal enum SummaryKind
{
    /// <summary>They stay as they are, one frame after the other.</summary>
    None,

    /// <summary>One vector of statistics over the whole recording.</summary>
    Functionals,
}
