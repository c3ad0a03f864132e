using System.Diagnostics;
using System.Reflection;

namespace McMaster.NETCore.Plugins.Tests;

/// <summary>A plugin folder of its own for one test, put together from the compiled fixtures.</summary>
internal sealed class TestPlugin : IDisposable
{
    private static readonly string Fixtures = typeof(TestPlugin).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Fixtures").Value!;

    /// <summary>Makes a folder with the given fixtures, such as <c>words-1/Words.dll</c>, beside the greeter.</summary>
    public TestPlugin(params string[] fixtures)
    {
        Folder = Directory.CreateTempSubdirectory("loading-test-").FullName;
        MainAssembly = Add("greeter/Greeter.dll");
        Array.ForEach(fixtures, fixture => Add(fixture));
    }

    public string Folder { get; }

    public string MainAssembly { get; }

    /// <summary>Copies a fixture to the given path below the folder, or to its top.</summary>
    public string Add(string fixture, string? target = null)
    {
        var path = Path.Combine(Folder, target ?? Path.GetFileName(fixture));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Path.Combine(Fixtures, fixture), path, overwrite: true);
        return path;
    }

    /// <summary>Compiles a native library with one function, <c>answer</c>, that returns a number.</summary>
    public string AddNative(int answer, string target = "libanswer.so")
    {
        var path = Path.Combine(Folder, target);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var source = Path.Combine(Folder, "answer.c");
        File.WriteAllText(source, $"int answer(void) {{ return {answer}; }}");
        try
        {
            using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", path, source]);
            compiler.WaitForExit();
            Assert.That(compiler.ExitCode, Is.Zero, "The C compiler failed.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("There is no C compiler 'cc' to build the native fixture with.");
        }

        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
