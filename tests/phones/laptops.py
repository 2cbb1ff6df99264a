"""Laptops as they are met: what each system lists as its adapters, and what phones should be shown."""

from dataclasses import dataclass

from workshop_desk.domain.network import LeftOut, NetworkKind
from workshop_desk.phones.adapters import Adapter

HOTSPOT, WIFI, CABLE = NetworkKind
VPN, VIRTUAL, EMPTY, ONLY_V6, TWIN = LeftOut


@dataclass(frozen=True)
class Laptop:
    """A laptop: the address to show, what the others would be, and why the rest is none."""

    name: str
    adapters: tuple[Adapter, ...]
    shown: str
    kind: NetworkKind | None = None
    others: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def _wifi(name: str, address: str, **more: bool) -> Adapter:
    return Adapter(name, (address,), wireless=True, mac="a4:83:e7:10:20:30", **more)


def _cable(name: str, *addresses: str, mac: str = "3c:18:a0:01:02:03", **more: bool) -> Adapter:
    return Adapter(name, addresses, mac=mac, **more)


LO = Adapter("lo", ("127.0.0.1",))
LO_MAC = Adapter("lo0", ("127.0.0.1",))
LO_WINDOWS = Adapter("Loopback Pseudo-Interface 1", ("127.0.0.1",))
IDLE_WINDOWS = (
    _wifi("Local Area Connection* 1", "169.254.11.2"),
    _wifi("Connexion au réseau local* 3", "169.254.11.3"),
)

LAPTOPS = (
    Laptop("nothing", (), ""),
    Laptop("only itself", (LO,), ""),
    Laptop("link-local only", (LO, _cable("enp3s0", "169.254.77.1")), "", left_out=(EMPTY,)),
    Laptop("a plain Wi-Fi", (LO, _wifi("wlp2s0", "192.168.1.23")), "192.168.1.23", WIFI),
    Laptop("a plain cable", (LO, _cable("eth0", "10.0.0.5")), "10.0.0.5", CABLE),
    Laptop(
        "Wi-Fi and cable", (_cable("eth0", "10.0.0.5"), _wifi("wlan0", "10.9.0.17")), "10.9.0.17", WIFI,
        ("10.0.0.5",),
    ),
    Laptop(
        "two cables", (_cable("enp3s0", "192.168.8.10"), _cable("enx001", "10.20.4.77")),
        "192.168.8.10", CABLE, ("10.20.4.77",),
    ),
    Laptop(
        "a public address", (_cable("eth1", "8.8.4.4"), _cable("eth0", "10.0.0.5")), "10.0.0.5", CABLE,
        ("8.8.4.4",),
    ),
    Laptop(
        "Windows, WSL and Hyper-V",
        (
            LO_WINDOWS, *IDLE_WINDOWS,
            _cable("vEthernet (WSL (Hyper-V firewall))", "172.25.96.1", mac="00:15:5d:11:22:33"),
            _cable("vEthernet (Default Switch)", "172.18.32.1", mac="00:15:5d:11:22:34"),
            _wifi("Wi-Fi", "192.168.0.9"),
        ),
        "192.168.0.9", WIFI, left_out=(VIRTUAL, VIRTUAL),
    ),
    Laptop(
        "Windows, VMware and VirtualBox",
        (
            _cable("VMware Network Adapter VMnet1", "192.168.118.1", mac="00:50:56:c0:00:01"),
            _cable("VMware Network Adapter VMnet8", "192.168.80.1", mac="00:50:56:c0:00:08"),
            _cable("VirtualBox Host-Only Network", "192.168.56.1", mac="0a:00:27:00:00:0c"),
            _cable("Ethernet", "10.0.0.5"),
        ),
        "10.0.0.5", CABLE, left_out=(VIRTUAL, VIRTUAL, VIRTUAL),
    ),
    Laptop(
        "Windows, a company's VPN under a harmless name",
        (
            _cable("Ethernet 3", "10.99.0.4", mac="00:05:9a:3c:7a:00"),
            _cable("Ethernet 4", "10.98.0.4", mac="00:ff:3a:11:22:33"),
            _cable("Connexion au réseau local 2", "10.97.0.4", mac="02:50:41:00:00:01"),
            _wifi("Wi-Fi 2", "192.168.0.9"),
        ),
        "192.168.0.9", WIFI, left_out=(VPN, VPN, VPN),
    ),
    Laptop(
        "Windows, WireGuard and Tailscale",
        (
            Adapter("office", ("10.13.13.2",), direct=True),
            Adapter("Tailscale", ("100.101.1.2",), direct=True, six=True),
            _cable("Ethernet", "172.16.4.20"),
        ),
        "172.16.4.20", CABLE, left_out=(VPN, VPN),
    ),
    Laptop(
        "Windows, its hotspot over a cable",
        (_cable("Ethernet", "10.0.0.5"), _wifi("Local Area Connection* 2", "192.168.137.1")),
        "192.168.137.1", HOTSPOT, ("10.0.0.5",),
    ),
    Laptop(
        "Windows in German, its hotspot over Wi-Fi, at another address",
        (_wifi("WLAN", "192.168.0.9"), _wifi("LAN-Verbindung* 10", "192.168.5.1")),
        "192.168.5.1", HOTSPOT, ("192.168.0.9",),
    ),
    Laptop(
        "an old Windows that calls its cable a local area connection",
        (_cable("Local Area Connection", "192.168.4.4"), LO_WINDOWS),
        "192.168.4.4", CABLE,
    ),
    Laptop(
        "a Mac with a VPN and what Apple adds",
        (
            LO_MAC, Adapter("gif0"), Adapter("stf0"), _wifi("en0", "192.168.1.40"),
            Adapter("awdl0", mac="1e:00:00:00:00:01"), Adapter("llw0"), Adapter("anpi0"),
            Adapter("utun0"), Adapter("utun3", ("100.64.0.7",), direct=True), Adapter("bridge0"),
        ),
        "192.168.1.40", WIFI, left_out=(VPN,),
    ),
    Laptop(
        "a Mac that shares its internet",
        (LO_MAC, _cable("en7", "10.1.1.8"), Adapter("bridge100", ("192.168.2.1",))),
        "192.168.2.1", HOTSPOT, ("10.1.1.8",),
    ),
    Laptop(
        "a Mac with virtual machines",
        (
            LO_MAC, _wifi("en0", "192.168.1.40"), Adapter("bridge100", ("192.168.64.1",)),
            Adapter("bridge101", ("10.211.55.2",)), Adapter("vmnet8", ("172.16.133.1",)),
        ),
        "192.168.1.40", WIFI, left_out=(VIRTUAL, VIRTUAL, VIRTUAL),
    ),
    Laptop(
        "Linux with containers and machines",
        (
            LO, _wifi("wlp2s0", "192.168.1.23"), Adapter("docker0", ("172.17.0.1",)),
            Adapter("br-1f2e3d4c5b6a", ("172.18.0.1",)), Adapter("veth12ab", six=False),
            Adapter("virbr0", ("192.168.122.1",)), Adapter("lxdbr0", ("10.55.1.1",)),
        ),
        "192.168.1.23", WIFI, left_out=(VIRTUAL, VIRTUAL, VIRTUAL, VIRTUAL),
    ),
    Laptop(
        "Linux with a cluster at the hotspot's usual address",
        (
            Adapter("cni0", ("10.42.0.1",)), Adapter("flannel.1", ("10.42.0.0",)),
            _wifi("wlan0", "10.3.3.3"),
        ),
        "10.3.3.3", WIFI, left_out=(VIRTUAL, VIRTUAL),
    ),
    Laptop(
        "Linux with tunnels that own the way out",
        (
            LO, Adapter("tun0", ("10.8.0.2",), direct=True), Adapter("tailscale0", ("100.101.1.2",)),
            Adapter("wg0", ("10.9.0.2",)), Adapter("ztabcdef", ("10.147.17.2",)),
            _cable("enp0s31f6", "192.168.178.20"),
        ),
        "192.168.178.20", CABLE, left_out=(VPN, VPN, VPN, VPN),
    ),
    Laptop(
        "Linux that shares its cable over Wi-Fi",
        (LO, _cable("eno1", "172.20.0.9"), _wifi("wlan1", "10.42.0.1")), "10.42.0.1", HOTSPOT,
        ("172.20.0.9",),
    ),
    Laptop(
        "a guest of such a hotspot", (LO, _wifi("wlan0", "10.42.0.17"), _cable("eth0", "10.0.0.5")),
        "10.42.0.17", WIFI, ("10.0.0.5",),
    ),
    Laptop("only a tunnel", (LO, Adapter("ppp0", ("10.64.64.64",), direct=True)), "", left_out=(VPN,)),
    Laptop(
        "a network with IPv6 only", (LO, Adapter("wlan0", wireless=True, six=True)), "",
        left_out=(ONLY_V6,),
    ),
    Laptop(
        "a Wi-Fi that has given no address", (_wifi("wlan0", "169.254.3.4"), _cable("eth0", "10.0.0.5")),
        "10.0.0.5", CABLE, left_out=(EMPTY,),
    ),
    Laptop(
        "two addresses on one cable", (_cable("eth0", "169.254.9.9", "8.8.4.4", "10.0.0.5"),),
        "10.0.0.5", CABLE,
    ),
)  # fmt: skip
