using FsCheck;
using FsCheck.Fluent;

namespace Mpuc.Tests;

/// <summary>
/// Checks a property on the same random cases every time, so that a failure is one of the change at hand and can be run again.
/// </summary>
internal static class Repeatable
{
    /// <summary>Throws with the smallest case found for which the property does not hold.</summary>
    public static void HoldsForAll(this Property property, int cases = 100) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(new Rnd(20220821, 1), null)),
        property);
}
