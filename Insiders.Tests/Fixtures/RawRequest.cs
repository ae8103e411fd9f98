using System.Net.Sockets;
using System.Text;

namespace Insiders.Tests.Fixtures;

/// <summary>Sends a request written byte by byte, as no .NET client would, to a site listening on a port.</summary>
public static class RawRequest
{
    /// <summary>Sends the head of a request without a body and reads the head of the response.</summary>
    /// <param name="site">The address of the site.</param>
    /// <param name="line">Method and target, such as <c>GET /a%zz</c>; characters are sent as UTF-8.</param>
    /// <param name="headers">Headers other than <c>Host</c>, as written in the request.</param>
    /// <returns>The status, and the headers as text.</returns>
    public static async Task<(int Status, string Headers)> SendAsync(Uri site, string line, params string[] headers)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await client.ConnectAsync(site.Host, site.Port, patience.Token);
        await using var stream = client.GetStream();
        string[] known = headers.Any(header => header.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)) ? [] : [$"Host: {site.Authority}"];
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", [$"{line} HTTP/1.1", .. known, .. headers, "", ""])), patience.Token);
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, patience.Token) is > 0 and var read)
        {
            head.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        var text = head.ToString().Split("\r\n\r\n")[0];
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }
}
