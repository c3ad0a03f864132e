namespace Mpuc.Host.Configuration;

/// <summary>Who wrote a configuration file, which decides how much of it counts.</summary>
internal enum ConfigurationAuthor
{
    /// <summary>The user, who names the file as a configuration: all of it counts.</summary>
    User,

    /// <summary>A training, into a run's folder, which may come from elsewhere: what it says of the machine does not count.</summary>
    Run,

    /// <summary>An export, into a bundle, which may come from anywhere: it may say what <see cref="PortableSettings"/> keep and nothing else.</summary>
    Bundle,
}
