namespace Mpuc.Host.Serving.Uploads;

/// <summary>What a file is before anything decodes it.</summary>
/// <param name="Seconds">How long it says that it is; null where it says nothing. A claim.</param>
/// <param name="IsList">Whether it names other files instead of being a recording.</param>
/// <param name="IsMedia">Whether it is sound or pictures.</param>
internal sealed record MediaFacts(double? Seconds, bool IsList, bool IsMedia);
