#pragma warning disable IDE0130, MA0048, SA1402 // What the task sees of MSBuild, under MSBuild's names: its package comes without assemblies for this framework.
namespace Microsoft.Build.Framework
{
    [AttributeUsage(AttributeTargets.Property)]
    internal sealed class RequiredAttribute : Attribute;
}

namespace Microsoft.Build.Utilities
{
    /// <summary>The base of a build task.</summary>
    public abstract class Task
    {
        /// <summary>Where it says what is wrong.</summary>
        public TaskLog Log { get; } = new();

        /// <summary>Does the task.</summary>
        public abstract bool Execute();
    }

    /// <summary>Keeps errors.</summary>
    public sealed class TaskLog
    {
        /// <summary>All of them.</summary>
        public string Errors { get; private set; } = string.Empty;

        /// <summary>Adds one.</summary>
        public void LogError(string message, params object[] arguments) =>
            Errors += string.Format(System.Globalization.CultureInfo.InvariantCulture, message, arguments);
    }
}
