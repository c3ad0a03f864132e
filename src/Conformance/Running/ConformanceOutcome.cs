namespace Mpuc.Conformance;

/// <summary>What a check found.</summary>
public enum ConformanceOutcome
{
    /// <summary>The plugin keeps the promise.</summary>
    Passed,

    /// <summary>The plugin breaks it.</summary>
    Failed,

    /// <summary>There was nothing to try it with, such as a recording.</summary>
    NotTried,

    /// <summary>The promise is about something that the plugin does not have, such as a time axis.</summary>
    NotApplicable,
}
