using System.Diagnostics;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>Says how the host is started with arguments of its command line.</summary>
/// <exception cref="MpucException">The host cannot be started from this process.</exception>
internal delegate ProcessStartInfo ContactStart(IReadOnlyList<string> arguments);
