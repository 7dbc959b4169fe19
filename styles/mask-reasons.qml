<?xml version="1.0" encoding="UTF-8"?>
<qgis version="3.22.0" styleCategories="Symbology|Notes">
  <userNotes value="&lt;p&gt;&lt;b&gt;Why a pixel has no value (code)&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Band 5 of a result: the first reason for which a pixel was not estimated. Estimated pixels have a colour too: transparent is what lies outside of the result.&lt;/p&gt;"/>
  <pipe>
    <rasterrenderer type="paletted" band="5" opacity="1" alphaBand="-1" nodataColor="">
      <colorPalette>
        <paletteEntry value="0" color="#ffb55a" alpha="255" label="0 estimated"/>
        <paletteEntry value="1" color="#d9d9d9" alpha="255" label="1 background"/>
        <paletteEntry value="2" color="#f7f7f7" alpha="255" label="2 cloud"/>
        <paletteEntry value="3" color="#525252" alpha="255" label="3 cloud shadow"/>
        <paletteEntry value="4" color="#9ecae1" alpha="255" label="4 snow"/>
        <paletteEntry value="5" color="#2171b5" alpha="255" label="5 water"/>
        <paletteEntry value="6" color="#41ab5d" alpha="255" label="6 vegetation"/>
        <paletteEntry value="7" color="#e31a1c" alpha="255" label="7 bad input"/>
        <paletteEntry value="8" color="#fee391" alpha="255" label="8 outside the region"/>
        <paletteEntry value="9" color="#bcbddc" alpha="255" label="9 thin or medium cirrus"/>
        <paletteEntry value="10" color="#dadaeb" alpha="255" label="10 haze"/>
        <paletteEntry value="11" color="#fb9a99" alpha="255" label="11 reduced quality"/>
        <paletteEntry value="12" color="#6a3d9a" alpha="255" label="12 defective bands"/>
        <paletteEntry value="13" color="#bf812d" alpha="255" label="13 dry vegetation"/>
        <paletteEntry value="14" color="#35978f" alpha="255" label="14 moisture or residue"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
</qgis>
