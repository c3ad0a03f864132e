namespace Mpuc;

/// <summary>The JSON type of an option's value, or of each element where the option is a list.</summary>
public enum OptionKind
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A text, or one of a fixed set where the option has choices.</summary>
    Text,

    /// <summary>
    /// A path; a relative one counts from the folder of the file that sets it (from the working folder on the command line).
    /// </summary>
    Path,

    /// <summary>
    /// A text: the name of registered weights, or a path. What has no folder in it and is no file beside the file that sets it is a name;
    /// everything else is resolved as a <see cref="Path"/>.
    /// </summary>
    Weights,
}
