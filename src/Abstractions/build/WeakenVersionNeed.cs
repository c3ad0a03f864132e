#nullable disable
#pragma warning disable CA1850, CA2249, IDE0161 // Compiled by MSBuild as C# 7.3 for .NET Standard 2.0, which has none of these.
using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;

namespace Mpuc.Build
{
    /// <summary>
    /// Copies TorchSharp's native library for Linux and marks one version that it needs of the C++ library as weak, where this machine's
    /// C++ library lacks it. The library asks for GLIBCXX_3.4.32 by a symbol that it never calls, and the dynamic linker of Debian 12 (GCC
    /// 12, 3.4.30) refuses it for that alone; a weak need that is not met is passed over (VER_FLG_WEAK, Linux Standard Base 5.0, Core, Sec.
    /// "Version Requirements"). Compiled by MSBuild while it builds, so C# 7.3 and .NET Standard 2.0.
    /// </summary>
    public sealed class WeakenVersionNeed : Microsoft.Build.Utilities.Task
    {
        private const uint VersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
        private const ushort Weak = 2; // VER_FLG_WEAK

        /// <summary>The library as the package holds it.</summary>
        [Required]
        public string Library { get; set; }

        /// <summary>Its SHA-256 in lower-case hexadecimal digits: what is not known byte by byte is not touched.</summary>
        [Required]
        public string Sha256 { get; set; }

        /// <summary>The version that may be missing.</summary>
        [Required]
        public string Need { get; set; }

        /// <summary>Where the copy goes.</summary>
        [Required]
        public string Destination { get; set; }

        /// <summary>The C++ library that decides; by default the one that this process has loaded.</summary>
        public string SystemLibrary { get; set; }

        /// <inheritdoc/>
        public override bool Execute()
        {
            var bytes = File.ReadAllBytes(Library);
            var found = Hash(bytes);
            if (found != Sha256)
            {
                Log.LogError(
                    "'{0}' is not the file that TorchSharp 0.107.0 was published with: its SHA-256 is {1}, not {2}; delete that "
                        + "package's folder and restore again.",
                    Library, found, Sha256);
                return false;
            }

            var system = SystemLibrary ?? LoadedLibrary("libstdc++.so.6");
            if ((system == null || !Defines(File.ReadAllBytes(system), Need)) && !Weaken(bytes, Need))
            {
                Log.LogError(
                    "'{0}' does not name the version {1} that this build expects in it; build with the TorchSharp 0.107.0 of the feed.",
                    Library,
                    Need);
                return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Destination)));
            var part = Destination + ".part";
            File.WriteAllBytes(part, bytes);
            File.Delete(Destination);
            File.Move(part, Destination);
            return true;
        }

        /// <summary>Marks a version need of a 64-bit little-endian ELF file as weak.</summary>
        /// <param name="elf">The file, which is changed.</param>
        /// <param name="version">The version's name.</param>
        /// <returns>Whether the file needs that version.</returns>
        public static bool Weaken(byte[] elf, string version)
        {
            var sections = (int)BitConverter.ToUInt64(elf, 0x28);
            var sectionSize = BitConverter.ToUInt16(elf, 0x3a);
            var isFound = false;
            for (var index = 0; index < BitConverter.ToUInt16(elf, 0x3c); index++)
            {
                var header = sections + (index * sectionSize);
                if (BitConverter.ToUInt32(elf, header + 4) == VersionNeeds)
                {
                    var names = sections + ((int)BitConverter.ToUInt32(elf, header + 0x28) * sectionSize);
                    isFound |= Weaken(
                        elf, (int)BitConverter.ToUInt64(elf, header + 0x18), (int)BitConverter.ToUInt64(elf, names + 0x18), version);
                }
            }

            return isFound;
        }

        private static bool Weaken(byte[] elf, int needs, int names, string version)
        {
            var isFound = false;
            for (var library = needs; ; library += (int)BitConverter.ToUInt32(elf, library + 12))
            {
                var need = library + (int)BitConverter.ToUInt32(elf, library + 8);
                for (var left = BitConverter.ToUInt16(elf, library + 2); left > 0; left--)
                {
                    if (Matches(elf, names + (int)BitConverter.ToUInt32(elf, need + 8), version))
                    {
                        elf[need + 4] |= (byte)Weak;
                        isFound = true;
                    }

                    need += (int)BitConverter.ToUInt32(elf, need + 12);
                }

                if (BitConverter.ToUInt32(elf, library + 12) == 0)
                {
                    return isFound;
                }
            }
        }

        /// <summary>Whether a library's string table has a version's name.</summary>
        private static bool Defines(byte[] library, string version)
        {
            var text = Encoding.GetEncoding("ISO-8859-1").GetString(library);
            return text.IndexOf("\0" + version + "\0", StringComparison.Ordinal) >= 0;
        }

        private static bool Matches(byte[] elf, int offset, string version) =>
            Encoding.ASCII.GetString(elf, offset, version.Length) == version && elf[offset + version.Length] == 0;

        private static string LoadedLibrary(string name) =>
            File.ReadLines("/proc/self/maps").Select(line => line.IndexOf('/') < 0 ? "" : line.Substring(line.IndexOf('/')))
                .FirstOrDefault(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal));

        private static string Hash(byte[] bytes)
        {
            using (var algorithm = SHA256.Create())
            {
                return string.Concat(algorithm.ComputeHash(bytes).Select(value => value.ToString("x2")));
            }
        }
    }
}
