namespace Mpuc.Host.Configuration;

/// <summary>A configuration file and who wrote it.</summary>
/// <param name="Shown">What messages call the file; it may lie in a temporary folder that means nothing to the user.</param>
internal sealed record ConfigurationFile(string Path, ConfigurationAuthor Author, string Shown)
{
    /// <summary>A file that the user names as a configuration.</summary>
    public static ConfigurationFile OfUser(string path) => new(path, ConfigurationAuthor.User, path);

    /// <summary>The configuration in a run's folder.</summary>
    /// <returns>The file, without what it says of a machine.</returns>
    public static ConfigurationFile OfRun(string path) => new(path, ConfigurationAuthor.Run, path);

    /// <summary>The configuration in a bundle.</summary>
    public static ConfigurationFile OfBundle(string path, string bundle) =>
        new(path, ConfigurationAuthor.Bundle, System.IO.Path.Combine(bundle, System.IO.Path.GetFileName(path)));
}

/// <summary>Who wrote a configuration file, which decides how much of it counts.</summary>
internal enum ConfigurationAuthor
{
    /// <summary>The user, who names the file as a configuration: all of it counts.</summary>
    User,

    /// <summary>A training, into a run's folder, which may come from elsewhere: what it says of the machine does not count.</summary>
    Run,

    /// <summary>
    /// An export, into a bundle, which may come from anywhere: it may say what <see cref="PortableSettings"/> keep and nothing else.
    /// </summary>
    Bundle,
}
