using System.Diagnostics;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>Says how the host is started with arguments of its command line.</summary>
/// <param name="arguments">The arguments.</param>
/// <returns>What to start; its streams are the caller's matter.</returns>
/// <exception cref="MpucException">The host cannot be started from this process.</exception>
internal delegate ProcessStartInfo ContactStart(IReadOnlyList<string> arguments);
