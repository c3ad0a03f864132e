using System.Reflection.Metadata;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Reads the texts that an assembly's attributes were constructed with.</summary>
internal sealed class AssemblyAttributes(MetadataReader metadata)
{
    /// <summary>The first constructor argument of an attribute, or null.</summary>
    public string? FirstText(string @namespace, string name) => Texts(@namespace, name, count: 1) is [var text] ? text : null;

    /// <summary>The leading constructor arguments of an attribute, all texts or types; null where the assembly lacks it.</summary>
    public string?[]? Texts(string @namespace, string name, int count)
    {
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (!IsNamed(attribute, @namespace, name))
            {
                continue;
            }

            var value = metadata.GetBlobReader(attribute.Value);
            return value.ReadUInt16() == 1 // The prolog of every attribute's value (ECMA-335, II.23.3).
                ? [.. ReadTexts(value, count)]
                : throw new InvalidDataException($"The value of {name} is damaged.");
        }

        return null;
    }

    private static List<string?> ReadTexts(BlobReader value, int count)
    {
        List<string?> texts = [];
        while (texts.Count < count)
        {
            texts.Add(value.ReadSerializedString());
        }

        return texts;
    }

    private bool IsNamed(CustomAttribute attribute, string @namespace, string name)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, name) && metadata.StringComparer.Equals(type.Namespace, @namespace);
    }
}
