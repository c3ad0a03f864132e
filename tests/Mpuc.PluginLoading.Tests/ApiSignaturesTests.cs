using Mpuc.PublicSurface;

namespace McMaster.NETCore.Plugins.Tests;

/// <summary>The measuring instrument is measured first, on types of the framework whose signatures anyone can look up.</summary>
public sealed class ApiSignaturesTests
{
    private static readonly IReadOnlySet<string> Core = ApiSignatures.Of(typeof(object).Assembly);

    [TestCase("System.DayOfWeek // enum")]
    [TestCase("System.DayOfWeek.Tuesday -> static System.DayOfWeek = 2")]
    [TestCase("System.IDisposable // interface")]
    [TestCase("System.Math // static class")]
    [TestCase("System.Math.PI -> static double")]
    [TestCase("System.TimeSpan // struct")]
    [TestCase("System.IO.FileStream // class : System.IO.Stream")]
    [TestCase("System.IO.Stream // abstract class : System.MarshalByRefObject")]
    [TestCase("System.Version // sealed class")]
    [TestCase("System.Action // delegate : System.MulticastDelegate")]
    public void Types_are_written_with_their_kind_and_base(string line) => Assert.That(Core, Does.Contain(line));

    [TestCase("System.Version..ctor(int major, int minor)")]
    [TestCase("System.IO.Stream..ctor() // protected")]
    [TestCase("System.Version.Major { get; } -> int")]
    [TestCase("System.Text.StringBuilder.Capacity { get; set; } -> int")]
    [TestCase("System.Text.StringBuilder.this[int index] { get; set; } -> char")]
    [TestCase("System.AppDomain.ProcessExit event -> System.EventHandler")]
    [TestCase("System.TimeSpan.op_Addition(System.TimeSpan t1, System.TimeSpan t2) -> static System.TimeSpan")]
    [TestCase("System.IO.Stream.Dispose(bool disposing) -> protected void")]
    public void Members_are_written_with_what_they_are(string line) => Assert.That(Core, Does.Contain(line));

    [TestCase("int.TryParse(string s, out int result) -> static bool")]
    [TestCase("System.Threading.Interlocked.Increment(ref int location) -> static int")]
    [TestCase("string.Concat(params string[] values) -> static string")]
    [TestCase("string.Split(char separator, System.StringSplitOptions options = 0) -> string[]")]
    [TestCase("System.Array.IndexOf<T>(T[] array, T value) -> static int")]
    [TestCase("System.Math.DivRem(int left, int right) -> static (int, int)")]
    [TestCase("System.Collections.Generic.List<T>.AddRange(System.Collections.Generic.IEnumerable<T> collection) -> void")]
    [TestCase("System.Threading.Tasks.Task.Yield() -> static System.Runtime.CompilerServices.YieldAwaitable")]
    public void Parameters_are_written_with_modifiers_types_and_defaults(string line) => Assert.That(Core, Does.Contain(line));

    [Test]
    public void Nothing_private_or_internal_is_written() =>
        Assert.That(Core, Has.None.StartsWith("System.SR").And.None.StartsWith("System.Version._Major"));
}
